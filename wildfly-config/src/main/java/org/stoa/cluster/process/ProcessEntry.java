package org.stoa.cluster.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the operating system says about a process.
 *
 * @param pid its id
 * @param parent its parent's id
 * @param state one letter as in {@code ps}: {@code T} is stopped by a signal, {@code Z} is dead
 * @param commandLine program and arguments; empty for a kernel thread and for a dead one
 * @param workingDirectory where it stands; an empty path if that may not be known
 */
public record ProcessEntry(long pid, long parent, char state, List<String> commandLine, Path workingDirectory) {

    /**
     * Reads {@code /proc}.
     *
     * @param pid the process
     * @return nothing if it has ended
     */
    public static Optional<ProcessEntry> read(long pid) {
        var proc = Path.of("/proc", Long.toString(pid));
        try {
            var stat = Files.readString(proc.resolve("stat"), StandardCharsets.ISO_8859_1);
            // The program's name stands in parentheses and may hold blanks and parentheses itself.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var commandLine = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return Optional.of(new ProcessEntry(
                    pid, Long.parseLong(fields[1]), fields[0].charAt(0), arguments(commandLine), standsIn(proc)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> arguments(String commandLine) {
        // /proc gives bytes; read as ISO 8859-1 they survive whatever a program wrote there.
        return List.of(
                new String(commandLine.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).split("\0"));
    }

    private static Path standsIn(Path proc) {
        try {
            return Files.readSymbolicLink(proc.resolve("cwd"));
        } catch (IOException e) {
            return Path.of("");
        }
    }

    /**
     * Whether it is still there: a dead process whose parent hasn't noticed yet is not.
     *
     * @return whether it lives, frozen or not
     */
    public boolean alive() {
        return state != 'Z' && state != 'X';
    }

    /**
     * Whether it was frozen by {@link Signal#STOP}.
     *
     * @return whether it is frozen
     */
    public boolean frozen() {
        return state == 'T';
    }
}

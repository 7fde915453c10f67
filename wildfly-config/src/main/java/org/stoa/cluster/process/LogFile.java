package org.stoa.cluster.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a process prints, as a file.
 *
 * @param path need not exist
 */
public record LogFile(Path path) {
    private static final int LARGE = 10 * 1024 * 1024;

    /** A tail is looked for in this many bytes at the end, so that a log of gigabytes costs nothing. */
    private static final int WINDOW = 4 * 1024 * 1024;

    /**
     * Begins it anew if it has grown above {@value #LARGE} bytes; the old one is kept as {@code .1}, in place of an
     * older one. Nobody may be writing to it.
     */
    public void turnOver() {
        if (length() > LARGE) {
            try {
                Files.move(
                        path,
                        path.resolveSibling(path.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Its length at this moment.
     *
     * @return bytes; 0 if there is no such file
     */
    public long length() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The last lines.
     *
     * @param count how many at most
     * @return the lines, oldest first
     */
    public List<String> tail(int count) {
        var lines = since(0);
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /**
     * Why a process failed, as far as it has said: the last lines that tell of an error, else the last 20.
     *
     * @param from the log's length when the process was started
     * @return the lines, oldest first
     */
    public List<String> complaints(long from) {
        var lines = since(from);
        var errors = lines.stream()
                .filter(line -> line.contains(" ERROR ") || line.contains("ERROR:") || line.contains("FATAL"))
                .toList();
        var best = errors.isEmpty() ? lines : errors;
        return best.subList(Math.max(0, best.size() - (errors.isEmpty() ? 20 : 5)), best.size());
    }

    /**
     * Passes on what is appended, until told to end. A file that was begun anew is read from its beginning.
     *
     * @param goOn asked a few times a second
     * @param lines takes the lines
     */
    public void follow(BooleanSupplier goOn, Consumer<String> lines) {
        var position = length();
        while (goOn.getAsBoolean()) {
            var length = length();
            if (length < position) {
                position = 0;
            }
            // Whole lines only: the rest of a half-written one comes with the next look.
            var text = read(position, length);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            whole.lines().forEach(lines);
            position += whole.getBytes(StandardCharsets.UTF_8).length;
            Poll.sleep(Duration.ofMillis(200));
        }
    }

    private List<String> since(long from) {
        var length = length();
        return read(Math.max(from, length - WINDOW), length).lines().toList();
    }

    private String read(long from, long to) {
        if (!Files.exists(path) || to <= from) {
            return "";
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) Math.min(to - from, WINDOW)];
            var read = file.read(bytes);
            return new String(bytes, 0, Math.max(0, read), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

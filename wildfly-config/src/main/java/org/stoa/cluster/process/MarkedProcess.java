package org.stoa.cluster.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One process of the cluster together with its children, e.g. a PostgreSQL server, known by its {@link Marker}.
 *
 * @param name what a person calls it, e.g. {@code node-1}
 * @param directory its own directory, absolute and without symbolic links
 */
public record MarkedProcess(String name, Path directory) {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /**
     * All that lives of it.
     *
     * @return the process itself first, then its children; empty if nothing runs
     */
    public List<ProcessEntry> entries() {
        var found = ProcessTable.read().marked(new Marker(directory));
        var pids = found.stream().map(ProcessEntry::pid).collect(Collectors.toSet());
        var sorted = new ArrayList<ProcessEntry>();
        found.stream().filter(process -> !pids.contains(process.parent())).forEach(sorted::add);
        found.stream().filter(process -> pids.contains(process.parent())).forEach(sorted::add);
        return sorted;
    }

    /**
     * The id of the process itself.
     *
     * @return nothing if it doesn't run
     */
    public OptionalLong pid() {
        return entries().stream().mapToLong(ProcessEntry::pid).findFirst();
    }

    /**
     * Whether anything of it runs, frozen or not.
     *
     * @return whether it runs
     */
    public boolean alive() {
        return !entries().isEmpty();
    }

    /**
     * Whether anything of it ran when a table was read.
     *
     * @param table all processes of a moment
     * @return whether it ran
     */
    public boolean alive(ProcessTable table) {
        return !table.marked(new Marker(directory)).isEmpty();
    }

    /**
     * Whether it is frozen.
     *
     * @return whether the process itself is; false if nothing runs
     */
    public boolean frozen() {
        return entries().stream().findFirst().map(ProcessEntry::frozen).orElse(false);
    }

    /**
     * When it was started.
     *
     * @return now if nothing runs
     */
    public Instant started() {
        var pid = pid();
        return pid.isEmpty()
                ? Instant.now()
                : ProcessHandle.of(pid.getAsLong())
                        .flatMap(process -> process.info().startInstant())
                        .orElseGet(Instant::now);
    }

    /**
     * Starts it in a session of its own, so that Ctrl-C in the launcher's terminal doesn't reach it.
     *
     * @param command program and arguments, which bear the mark
     * @param environment added to this process's own
     * @param log takes what it prints, appended
     * @throws LaunchFailure if the program can't be started
     */
    public void launch(List<String> command, Map<String, String> environment, Path log) {
        var line = new ArrayList<String>();
        Program.find("setsid").ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(command);
        var builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(directory);
            builder.start();
        } catch (IOException e) {
            throw new LaunchFailure(name + ": can't start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Sends a signal to the process itself.
     *
     * @param signal the signal
     */
    public void signal(Signal signal) {
        signal.send(pid().stream().boxed().toList());
    }

    /** Freezes it and its children; what it forks meanwhile is frozen too. */
    public void pause() {
        Poll.until(Duration.ofSeconds(5), LOOK_AGAIN, () -> {
            var moving = entries().stream().filter(entry -> !entry.frozen()).toList();
            Signal.STOP.send(pids(moving));
            return moving.isEmpty();
        });
    }

    /** Lets it and its children go on. */
    public void resume() {
        // Children first: a postmaster that runs among frozen children would wait for them.
        var frozen = new ArrayList<>(entries());
        Collections.reverse(frozen);
        Signal.CONT.send(pids(frozen));
    }

    /**
     * Ends it and its children at once, frozen or not.
     *
     * @throws LaunchFailure if something of it is still there after 10 seconds
     */
    public void kill() {
        var gone = Poll.until(Duration.ofSeconds(10), LOOK_AGAIN, () -> {
            var left = entries();
            Signal.KILL.send(pids(left));
            return left.isEmpty();
        });
        if (!gone) {
            throw new LaunchFailure(name + ": can't be killed, see the processes " + pids(entries()));
        }
    }

    /**
     * Waits for its end.
     *
     * @param limit the longest wait
     * @return whether nothing of it runs any more
     */
    public boolean awaitEnd(Duration limit) {
        return Poll.until(limit, LOOK_AGAIN, () -> !alive());
    }

    private static Collection<Long> pids(Collection<ProcessEntry> entries) {
        return entries.stream().map(ProcessEntry::pid).toList();
    }
}

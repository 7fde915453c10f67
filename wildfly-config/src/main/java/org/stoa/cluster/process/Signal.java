package org.stoa.cluster.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A POSIX signal. Sent by the shell's own {@code kill}, because Java can send TERM and KILL only. */
public enum Signal {
    /** End in good order. */
    TERM,
    /** For a PostgreSQL postmaster: end all sessions, then in good order. */
    INT,
    /** End at once; can't be caught. */
    KILL,
    /** Freeze; can't be caught. */
    STOP,
    /** Go on after {@link #STOP}. */
    CONT,
    /** For a PostgreSQL postmaster: read the settings again. */
    HUP;

    private static final int LIMIT_SECONDS = 10;

    /**
     * Sends this signal. Processes that have ended meanwhile are passed over.
     *
     * @param pids whom to; nothing happens if empty
     * @throws LaunchFailure if it can't be sent
     */
    public void send(Collection<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        var command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$0\" \"$@\"", name()));
        pids.forEach(pid -> command.add(pid.toString()));
        try {
            var kill = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new LaunchFailure("can't send " + name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while sending " + name(), e);
        }
    }
}

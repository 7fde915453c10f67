package org.stoa.cluster.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How a process of a cluster is known again: its directory stands in its command line. So what runs is always asked of
 * the operating system, and nobody has to remember a process id that may mean another process by now.
 *
 * @param directory the process's own directory, absolute and without symbolic links
 */
public record Marker(Path directory) {
    private static final String PROPERTY = "-Dstoa.process=";

    /**
     * The mark of a Java process.
     *
     * @return its first argument
     */
    public String javaArgument() {
        return PROPERTY + directory;
    }

    /**
     * Whether a process bears this mark.
     *
     * @param process any process of this machine
     * @return whether it belongs to the directory
     */
    public boolean marks(ProcessEntry process) {
        var commandLine = process.commandLine();
        return commandLine.contains(javaArgument())
                || dataDirectory(commandLine)
                || postgresChild(commandLine, process.workingDirectory());
    }

    /** Compares text: what strangers have in their command line need not be a path that this locale can name. */
    private boolean dataDirectory(List<String> commandLine) {
        var at = commandLine.indexOf("-D");
        return at >= 0 && at + 1 < commandLine.size() && commandLine.get(at + 1).startsWith(directory + "/");
    }

    /** PostgreSQL's children write over their command line ("postgres: walwriter"), but stand in the data directory. */
    private boolean postgresChild(List<String> commandLine, Path workingDirectory) {
        return !commandLine.isEmpty()
                && commandLine.get(0).startsWith("postgres: ")
                && workingDirectory.startsWith(directory);
    }
}

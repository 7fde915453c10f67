package org.stoa.cluster.process;

import java.util.List;
import java.util.Optional;

/**
 * All processes of this machine at one moment. Reading it is the costly part of asking who runs, so whoever asks for
 * several members at once reads it once.
 *
 * @param entries those that live
 */
public record ProcessTable(List<ProcessEntry> entries) {

    /**
     * Reads {@code /proc}.
     *
     * @return what lives now
     */
    public static ProcessTable read() {
        return new ProcessTable(ProcessHandle.allProcesses()
                .map(process -> ProcessEntry.read(process.pid()))
                .flatMap(Optional::stream)
                .filter(ProcessEntry::alive)
                .toList());
    }

    /**
     * The processes that bear a mark.
     *
     * @param marker the mark
     * @return in no particular order
     */
    public List<ProcessEntry> marked(Marker marker) {
        return entries.stream().filter(marker::marks).toList();
    }
}

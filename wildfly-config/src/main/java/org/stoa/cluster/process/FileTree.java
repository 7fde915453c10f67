package org.stoa.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Directories, copied and removed as a whole. */
public final class FileTree {
    private FileTree() {}

    /**
     * Copies what a directory holds. Files that vanish meanwhile are passed over.
     *
     * @param from the directory
     * @param to made if need be
     * @param wanted asked with each path relative to {@code from}; of an unwanted directory nothing is copied
     * @throws UncheckedIOException if it can't be read or written
     */
    public static void copy(Path from, Path to, Predicate<Path> wanted) {
        walk(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                var path = from.relativize(directory);
                if (!directory.equals(from) && !wanted.test(path)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(path));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var path = from.relativize(file);
                if (wanted.test(path)) {
                    try {
                        Files.copy(file, to.resolve(path), StandardCopyOption.REPLACE_EXISTING);
                    } catch (NoSuchFileException vanished) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    /**
     * Removes a file or a directory with all it holds. Symbolic links are removed, not followed.
     *
     * @param path need not exist
     * @throws UncheckedIOException if it can't be removed
     */
    public static void delete(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        walk(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Removes a directory as {@link #delete} does, but renames it first: if this is killed in the middle, what is left
     * can't be mistaken for the whole. What an earlier one has left is removed too.
     *
     * @param path need not exist
     * @throws UncheckedIOException if it can't be removed
     */
    public static void discard(Path path) {
        var discarded = path.resolveSibling(path.getFileName() + "-discarded");
        delete(discarded);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.move(path, discarded, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            delete(discarded);
        }
    }

    private static void walk(Path path, SimpleFileVisitor<Path> visitor) {
        try {
            Files.walkFileTree(path, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.stoa.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * The application that sends recorded answers from a bare handler: {@code org.stoa.bare}, packed with the answers in it. It is deployed
 * on the first clone only, beside the shop.
 */
final class BareApplication {
    private static final String CLASSES = "WEB-INF/classes/";
    private static final String PACKAGE = "org/stoa/bare/";
    private static final List<String> OWN =
            List.of("BareAnswer.class", "BareAnswer$Header.class", "BareExtension.class", "BareHandler.class");

    /** The server adds these by itself, to all answers alike. */
    private static final Set<String> BY_SERVER =
            Set.of("connection", "content-length", "date", "stoa-node", "transfer-encoding");

    private BareApplication() {}

    /**
     * Deploys it, or again with other answers.
     *
     * @param answers by name; their addresses are {@code /bare/} and the name
     */
    static void deploy(BenchmarkShop shop, Map<String, RawAnswer> answers) throws IOException {
        var war = BenchmarkShop.directory().toRealPath().resolve("bare.war");
        pack(war, answers);
        new ServerConsole(
                        BenchmarkShop.installation().image(),
                        shop.running().ports().management(1),
                        BenchmarkShop.directory().resolve("bare.log"))
                .run("deploy " + war + " --force");
    }

    private static void pack(Path file, Map<String, RawAnswer> answers) throws IOException {
        try (var war = new JarOutputStream(Files.newOutputStream(file))) {
            for (var name : OWN) {
                try (var own = BareApplication.class.getResourceAsStream("/" + PACKAGE + name)) {
                    put(war, CLASSES + PACKAGE + name, own.readAllBytes());
                }
            }
            put(
                    war,
                    CLASSES + "META-INF/services/io.undertow.servlet.ServletExtension",
                    text("org.stoa.bare.BareExtension"));
            put(war, CLASSES + "answers/names", text(String.join("\n", answers.keySet())));
            for (var answer : answers.entrySet()) {
                put(war, CLASSES + "answers/" + answer.getKey(), recorded(answer.getValue()));
            }
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(JarOutputStream war, String name, byte[] content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content);
        war.closeEntry();
    }

    /** As {@code BareAnswer} reads it. */
    private static byte[] recorded(RawAnswer answer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var output = new DataOutputStream(bytes)) {
            output.writeUTF(answer.headers().stream()
                    .filter(line -> !BY_SERVER.contains(
                            line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining("\n")));
            output.write(answer.body());
        }
        return bytes.toByteArray();
    }
}

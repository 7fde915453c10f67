package org.stoa.cluster;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Records as JSON: a component is a member, an enum constant its name in lower case. */
final class Json {
    private Json() {}

    static String write(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Enum<?> constant) {
            return quote(constant.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Record object) {
            return Arrays.stream(object.getClass().getRecordComponents())
                    .map(member -> quote(member.getName()) + ":" + write(read(object, member)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return quote(value.toString());
    }

    private static Object read(Record object, RecordComponent member) {
        try {
            var accessor = member.getAccessor();
            accessor.setAccessible(true); // the record itself may be package-private
            return accessor.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quote(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                json.append('\\').append((char) character);
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", character));
            } else {
                json.append((char) character);
            }
        });
        return json.append('"').toString();
    }
}

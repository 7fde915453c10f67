package org.stoa.cluster;

import java.util.regex.Pattern;

/**
 * What a member of the cluster is called: {@code primary}, {@code replica-1}, {@code node-2}, {@code balancer},
 * {@code mail}.
 *
 * @param kind what it is
 * @param number from 1; 0 where there is only one of its kind
 */
record MemberName(Kind kind, int number) {
    /** What a member is, in the order in which they are started. */
    enum Kind {
        PRIMARY("primary"),
        REPLICA("replica-"),
        BALANCER("balancer"),
        MAIL("mail"),
        NODE("node-");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    static final MemberName PRIMARY = new MemberName(Kind.PRIMARY, 0);
    static final MemberName BALANCER = new MemberName(Kind.BALANCER, 0);
    static final MemberName MAIL = new MemberName(Kind.MAIL, 0);

    private static final Pattern NUMBERED = Pattern.compile("(node|replica)-([1-9])");

    static MemberName node(int number) {
        return new MemberName(Kind.NODE, number);
    }

    static MemberName replica(int number) {
        return new MemberName(Kind.REPLICA, number);
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if nothing is called so; the message is for people
     */
    static MemberName parse(String text) {
        var numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            var number = Integer.parseInt(numbered.group(2));
            return numbered.group(1).equals("node") ? node(number) : replica(number);
        }
        return switch (text) {
            case "primary" -> PRIMARY;
            case "balancer" -> BALANCER;
            case "mail" -> MAIL;
            default ->
                throw new IllegalArgumentException(
                        "\"" + text + "\" is none of node-1, node-2, ..., primary, replica-1, ..., balancer, mail");
        };
    }

    @Override
    public String toString() {
        return number == 0 ? kind.text : kind.text + number;
    }
}

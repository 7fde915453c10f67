package org.stoa.system.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.cluster.Cluster;

/** Where it is played: a shop that runs, what is written and read in it, and what has happened. */
final class Stage {
    private final Cluster cluster;
    private final List<Register> registers;
    private final Map<Long, Register> byProduct;
    private final Place balancer;
    private final List<Place> clones;
    private final int replicas;
    private final String staffToken;
    private final History history = new History();
    private final Tally tally = new Tally();
    private final Gate gate = new Gate();

    Stage(Cluster cluster, List<Register> registers) {
        this.cluster = cluster;
        this.registers = List.copyOf(registers);
        this.byProduct = registers.stream().collect(Collectors.toMap(Register::product, Function.identity()));
        this.balancer = Place.of("balancer", cluster.url());
        var status = cluster.status();
        this.replicas = status.replicas().size();
        this.clones = status.clones().stream()
                .map(clone -> Place.of(clone.name(), clone.url()))
                .toList();
        this.staffToken = cluster.staffToken();
    }

    Cluster cluster() {
        return cluster;
    }

    List<Register> registers() {
        return registers;
    }

    Optional<Register> register(long product) {
        return Optional.ofNullable(byProduct.get(product));
    }

    Place balancer() {
        return balancer;
    }

    List<Place> clones() {
        return clones;
    }

    /** How many replicas there are. */
    int replicas() {
        return replicas;
    }

    /** The balancer or a clone. */
    Place anyPlace() {
        int n = ThreadLocalRandom.current().nextInt(clones.size() + 1);
        return n == clones.size() ? balancer : clones.get(n);
    }

    /** The balancer and all clones. */
    List<Place> places() {
        return Stream.concat(Stream.of(balancer), clones.stream()).toList();
    }

    /** Where a register is to be seen. */
    String path(Register register, View view) {
        return switch (view) {
            case PRODUCT -> "/api/v1/products/" + register.product();
            case PAGE -> "/products/" + register.slug();
            case LIST -> "/api/v1/products?sort=title&limit=" + registers.size();
        };
    }

    String staffToken() {
        return staffToken;
    }

    History history() {
        return history;
    }

    Tally tally() {
        return tally;
    }

    Gate gate() {
        return gate;
    }
}

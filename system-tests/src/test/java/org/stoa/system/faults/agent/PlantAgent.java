package org.stoa.system.faults.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;

/**
 * Plants bugs into a running clone and takes them out again. It is loaded into the clone's virtual machine by
 * {@link org.stoa.system.faults.Garden}, with the arguments {@code EFFECT CLASS METHOD} or {@code none}, and finds the class among
 * all that are loaded, whoever has loaded it.
 *
 * <p>What is planted is told by the system property {@value #PLANTED}.
 */
public final class PlantAgent {
    /** What is planted: class and method, empty for nothing. */
    public static final String PLANTED = "stoa.planted";

    /** What planted methods keep is in system properties of names that begin so. */
    static final String KEPT = "stoa.kept.";

    private static final Map<String, Planted> PLANTS = new TreeMap<>();

    private PlantAgent() {}

    /** Called by the virtual machine that is attached to, each time. */
    public static synchronized void agentmain(String arguments, Instrumentation instrumentation) {
        if (arguments.equals("none")) {
            PLANTS.values().forEach(Planted::takeOut);
            PLANTS.clear();
            System.getProperties().keySet().removeIf(key -> key.toString().startsWith(KEPT));
        } else {
            var parts = arguments.split(" ");
            PLANTS.put(
                    parts[1] + "." + parts[2],
                    new Planted(plant(Effect.valueOf(parts[0]), parts[1], parts[2], instrumentation), instrumentation));
        }
        System.setProperty(PLANTED, String.join(" ", PLANTS.keySet()));
    }

    private static ResettableClassFileTransformer plant(
            Effect effect, String type, String method, Instrumentation instrumentation) {
        var errors = new Errors();
        var planted = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .ignore(ElementMatchers.none())
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .with(errors)
                .type(ElementMatchers.named(type))
                .transform((builder, description, loader, module, domain) ->
                        builder.visit(Advice.to(effect.advice()).on(ElementMatchers.named(method))))
                .installOn(instrumentation);
        errors.rethrow();
        return planted;
    }

    /** A plant can be taken out only by the way by which it came in: each loading of the agent has its own. */
    private record Planted(ResettableClassFileTransformer plant, Instrumentation instrumentation) {
        private void takeOut() {
            if (!plant.reset(instrumentation, RedefinitionStrategy.RETRANSFORMATION)) {
                throw new IllegalStateException("Not taken out");
            }
        }
    }

    /** Keeps what went wrong. */
    private static final class Errors extends AgentBuilder.Listener.Adapter {
        private Throwable first;

        @Override
        public void onError(String type, ClassLoader loader, JavaModule module, boolean loaded, Throwable error) {
            if (first == null) {
                first = error;
            }
        }

        private void rethrow() {
            if (first != null) {
                throw new IllegalStateException("Not planted", first);
            }
        }
    }
}

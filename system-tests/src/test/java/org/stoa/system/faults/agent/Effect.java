package org.stoa.system.faults.agent;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/**
 * What a planted method does instead of what it should. The code of the nested classes is copied into the method, where it
 * sees nothing but the Java platform: no class of this project, nor of the library that plants it. What it needs of the
 * method's own class it finds by reflection.
 */
public enum Effect {
    /** It returns true. */
    TRUE(True.class),
    /** It returns false. */
    FALSE(False.class),
    /** It returns an empty list. */
    EMPTY(Empty.class),
    /** It returns an empty set. */
    EMPTY_SET(EmptySet.class),
    /** It returns the greatest position that it has found since it was planted. */
    GREATEST(Greatest.class),
    /** It returns true if its object stands for something absent. */
    TRUE_IF_ABSENT(TrueIfAbsent.class),
    /** It returns what the clone knows now. */
    LATEST(Latest.class),
    /** What was added last is taken for the oldest. */
    LAST(Last.class),
    /** It takes a second longer. */
    SLOW(Slow.class),
    /** It does nothing. */
    NOTHING(Nothing.class),
    /** It looks for changes for the present reader, as is done after a commit. */
    LOOK(Look.class),
    /** It takes a first look in as if it were the next one. */
    ADD(Add.class),
    /** It ends the virtual machine at once, as a power cut would. */
    HALT(Halt.class),
    /** A statement that holds only while the epoch is the job's holds always. */
    UNFENCED(Unfenced.class),
    /** The job is said to be done, and that is committed, before anything is done. */
    COMPLETE(Complete.class),
    /** What it does is committed at once, whatever becomes of the caller's transaction. */
    APART(Apart.class),
    /** The clone's broker is ended, and the method does what it should. */
    END_BROKER(EndBroker.class);

    private final Class<?> advice;

    Effect(Class<?> advice) {
        this.advice = advice;
    }

    Class<?> advice() {
        return advice;
    }

    static final class True {
        private True() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }

        @Advice.OnMethodExit
        static void answer(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    static final class False {
        private False() {}

        @Advice.OnMethodExit
        static void answer(@Advice.Return(readOnly = false) boolean answer) {
            answer = false;
        }
    }

    static final class Empty {
        private Empty() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }

        @Advice.OnMethodExit
        static void answer(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = List.of();
        }
    }

    static final class EmptySet {
        private EmptySet() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }

        @Advice.OnMethodExit
        static void answer(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = Set.of();
        }
    }

    static final class Greatest {
        private Greatest() {}

        @Advice.OnMethodExit
        static void answer(
                @Advice.Origin(PlantAgent.KEPT + "#t.#m") String key,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer)
                throws ReflectiveOperationException {
            if (((Optional<?>) answer).isPresent()) {
                var position = ((Optional<?>) answer).get().getClass().getDeclaredMethod("position");
                position.setAccessible(true);
                var greatest = (Optional<?>) System.getProperties().getOrDefault(key, answer);
                if ((long) position.invoke(greatest.get()) > (long) position.invoke(((Optional<?>) answer).get())) {
                    answer = greatest;
                }
                System.getProperties().put(key, answer);
            }
        }
    }

    static final class TrueIfAbsent {
        private TrueIfAbsent() {}

        @Advice.OnMethodExit
        static void answer(
                @Advice.FieldValue(value = "value", typing = Typing.DYNAMIC) Object value,
                @Advice.Return(readOnly = false) boolean answer) {
            answer |= value instanceof Optional && ((Optional<?>) value).isEmpty();
        }
    }

    static final class Latest {
        private Latest() {}

        @Advice.OnMethodExit
        static void answer(
                @Advice.FieldValue(value = "known", typing = Typing.DYNAMIC) Object known,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer)
                throws ReflectiveOperationException {
            answer = known.getClass().getMethod("now").invoke(known);
        }
    }

    static final class Last {
        private Last() {}

        @Advice.OnMethodExit
        static void add(
                @Advice.Argument(value = 1, typing = Typing.DYNAMIC) Object added,
                @Advice.FieldValue(value = "oldest", readOnly = false, typing = Typing.DYNAMIC) Object oldest) {
            oldest = added;
        }
    }

    static final class Slow {
        private Slow() {}

        @Advice.OnMethodEnter
        static void wait1s() throws InterruptedException {
            Thread.sleep(1000);
        }
    }

    static final class Nothing {
        private Nothing() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }
    }

    static final class Look {
        private Look() {}

        @Advice.OnMethodEnter
        static void look(
                @Advice.This Object self, @Advice.FieldValue(value = "feed", typing = Typing.DYNAMIC) Object feed)
                throws ReflectiveOperationException {
            var loader = self.getClass().getClassLoader();
            var reader = Class.forName("org.stoa.data.Reader", true, loader);
            var current = reader.getMethod("current").invoke(null);
            var look = Class.forName("org.stoa.data.ChangeFeed", true, loader)
                    .getDeclaredMethod("lookAfterCommit", reader);
            look.setAccessible(true);
            look.invoke(feed, current);
        }
    }

    static final class Add {
        private Add() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean add(
                @Advice.FieldValue(value = "following", typing = Typing.DYNAMIC) Object following,
                @Advice.Argument(value = 0, typing = Typing.DYNAMIC) Object look)
                throws ReflectiveOperationException {
            if (following == null) {
                return false;
            }
            var add = following.getClass().getDeclaredMethod("add", look.getClass());
            add.setAccessible(true);
            add.invoke(following, look);
            return true;
        }
    }

    static final class Halt {
        private Halt() {}

        @Advice.OnMethodEnter
        static void halt() {
            Runtime.getRuntime().halt(137);
        }
    }

    static final class Unfenced {
        private Unfenced() {}

        @Advice.OnMethodEnter
        static void ask(@Advice.Argument(value = 1, readOnly = false) String sql) {
            sql = sql.replace("and epoch = :epoch and state = 'running'", "and (epoch = :epoch or true)");
        }
    }

    static final class Complete {
        private Complete() {}

        @Advice.OnMethodEnter
        static void complete(
                @Advice.This Object self,
                @Advice.FieldValue(value = "transaction", typing = Typing.DYNAMIC) Object transaction,
                @Advice.Argument(value = 0, typing = Typing.DYNAMIC) Object claim)
                throws ReflectiveOperationException {
            var loader = claim.getClass().getClassLoader();
            var type = Class.forName("jakarta.transaction.UserTransaction", true, loader);
            var progress = Class.forName("org.stoa.job.Progress", true, loader);
            var result = Class.forName("org.stoa.job.JobWork$StepResult", true, loader);
            var pass = Class.forName("org.stoa.job.JobSteps", true, loader)
                    .getDeclaredMethod("pass", claim.getClass(), result);
            pass.setAccessible(true);
            type.getMethod("begin").invoke(transaction);
            pass.invoke(
                    self,
                    claim,
                    result.getConstructor(String.class, progress, boolean.class)
                            .newInstance("{}", progress.getField("NONE").get(null), true));
            type.getMethod("commit").invoke(transaction);
        }
    }

    static final class Apart {
        private Apart() {}

        @Advice.OnMethodEnter
        static Object begin() throws NamingException, ReflectiveOperationException {
            var transactions = new InitialContext().lookup("java:jboss/TransactionManager");
            var type = Class.forName(
                    "jakarta.transaction.TransactionManager",
                    true,
                    transactions.getClass().getClassLoader());
            var callers = type.getMethod("suspend").invoke(transactions);
            type.getMethod("begin").invoke(transactions);
            return callers;
        }

        @Advice.OnMethodExit
        static void commit(@Advice.Enter Object callers) throws NamingException, ReflectiveOperationException {
            var transactions = new InitialContext().lookup("java:jboss/TransactionManager");
            var loader = transactions.getClass().getClassLoader();
            var type = Class.forName("jakarta.transaction.TransactionManager", true, loader);
            type.getMethod("commit").invoke(transactions);
            type.getMethod("resume", Class.forName("jakarta.transaction.Transaction", true, loader))
                    .invoke(transactions, callers);
        }
    }

    static final class EndBroker {
        private EndBroker() {}

        @Advice.OnMethodEnter
        static void end(@Advice.Origin(PlantAgent.KEPT + "#t.#m") String key) throws JMException {
            if (System.getProperties().putIfAbsent(key, "ended") == null) {
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("jboss.as:subsystem=messaging-activemq,server=default"),
                                "forceFailover",
                                new Object[0],
                                new String[0]);
            }
        }
    }
}

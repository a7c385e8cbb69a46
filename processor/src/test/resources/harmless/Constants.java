package harmless;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.time.*;
import java.util.*;

/** Terminate methods that mention constants and give both answers all the same. */
class Constants {

    @LongRunning
    static class OneOfEachReturn {
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() {
            if (count > 10) {
                return true;
            }
            return false;
        }
    }

    @LongRunning
    static class ConstantInAnOr {
        static final boolean DRY_RUN = false;

        @State String cursor = "";

        @Step void step() { cursor = cursor.length() > 5 ? null : cursor + "x"; }

        @Terminate boolean isDone() { return DRY_RUN || cursor == null; }
    }

    @LongRunning
    static class ConstantInAnAnd {
        static final boolean ENABLED = true;

        @State int left = 100;

        @Step void step() { left--; }

        @Terminate boolean isDone() { return ENABLED && left == 0; }
    }

    @LongRunning
    static class ConstantCondition {
        private static final int LIMIT = 0;

        @State int done;
        @State boolean last;

        @Step void step() { last = ++done > 50; }

        @Terminate boolean isDone() { return LIMIT > 0 ? done >= LIMIT : last; }
    }

    @LongRunning
    static class FlagAssignedInALoop {
        @State List<Integer> parts = new ArrayList<>();

        @Step void step() { parts.add(parts.size()); }

        @Terminate boolean isDone() {
            boolean found = false;
            for (int part : parts) {
                if (part > 20) {
                    found = true;
                }
            }
            return found;
        }
    }

    @LongRunning
    static class FlagOfTwoBranches {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() {
            final boolean answer;
            if (done > 5) {
                answer = true;
            } else {
                answer = false;
            }
            return answer;
        }
    }

    @LongRunning
    static class FlagWithCompoundAssignment {
        @State boolean a;
        @State boolean b;

        @Step void step() {
            b = a;
            a = true;
        }

        @Terminate boolean isDone() {
            boolean all = true;
            all &= a;
            all &= b;
            return all;
        }
    }

    @LongRunning
    static class LocalThatShadowsInABlock {
        @State boolean done;
        @State int count;

        @Step void step() { done = ++count > 9; }

        @Terminate boolean isDone() {
            if (count < 0) {
                boolean done = false;
                return done;
            }
            return done;
        }
    }

    @LongRunning
    static class ParameterThatShadowsAConstant {
        static final boolean done = false;

        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() { return negate(count < 10); }

        private static boolean negate(boolean done) { return !done; }
    }

    @LongRunning
    static class LambdaThatReturnsAConstant {
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() {
            java.util.function.BooleanSupplier never = () -> {
                return false;
            };
            return never.getAsBoolean() || count > 3;
        }
    }

    @LongRunning
    static class AnonymousClassThatReturnsAConstant {
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() {
            Object marker = new Object() {
                @Override public boolean equals(Object other) { return true; }

                @Override public int hashCode() { return 1; }
            };
            return marker.equals(this) && count > 3;
        }
    }

    @LongRunning
    static class FinalFieldOfTheConstructor {
        private final int limit;

        @State int count;

        FinalFieldOfTheConstructor() { limit = Runtime.getRuntime().availableProcessors(); }

        @Step void step() { count++; }

        @Terminate boolean isDone() { return count > limit; }
    }

    @LongRunning
    static class SwitchExpressionOnAnEnum {
        enum Phase { FETCH, LOAD, DONE, FAILED }

        @State Phase phase = Phase.FETCH;

        @Step void step() { phase = Phase.values()[phase.ordinal() + 1]; }

        @Terminate boolean isDone() {
            return switch (phase) {
                case FETCH, LOAD -> false;
                case DONE, FAILED -> true;
            };
        }
    }

    @LongRunning
    static class SwitchExpressionWithBlocks {
        @State int phase;

        @Step void step() { phase++; }

        @Terminate boolean isDone() {
            return switch (phase) {
                case 0:
                    yield false;
                case 1: {
                    boolean first = false;
                    yield first;
                }
                default:
                    yield phase > 5;
            };
        }
    }

    @LongRunning
    static class SwitchStatementThatFallsThrough {
        @State int phase;

        @Step void step() { phase++; }

        @Terminate boolean isDone() {
            switch (phase) {
                case 0:
                case 1:
                    return false;
                case 2:
                    phase = 3;
                    break;
                default:
                    return true;
            }
            return false;
        }
    }

    @LongRunning
    static class TryWithTwoAnswers {
        @State String number = "";

        @Step void step() { number += number.length() < 3 ? "x" : "1"; }

        @Terminate boolean isDone() {
            try {
                Long.parseLong(number.substring(number.length() - 1));
                return true;
            } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
                return false;
            }
        }
    }

    @LongRunning
    static class HelperWithTwoAnswers {
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() { return !isOpen(); }

        private boolean isOpen() {
            while (true) {
                if (count < 10) return true;
                else return false;
            }
        }
    }

    @LongRunning
    static class HelperThatIsOverloaded {
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() { return isDone(count); }

        private boolean isDone(int count) { return count > 5; }

        private boolean isDone(String count) { return false; }
    }

    abstract static class Template {
        boolean isFinished() { return false; }

        @Terminate boolean isDone() { return isFinished(); }
    }

    @LongRunning
    static class OverriddenHook extends Template {
        @State int count;

        @Step void step() { count++; }

        @Override boolean isFinished() { return count > 5; }
    }

    interface Bounded {
        int BOUND = 10;

        default boolean isExhausted(int count) { return count >= BOUND; }
    }

    @LongRunning
    static class DefaultMethod implements Bounded {
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() { return isExhausted(count); }
    }

    @LongRunning
    static class BoxedConstants {
        static final Integer LOW = 1000;
        static final Integer HIGH = 1000;

        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() { return LOW == HIGH || count > 4; }
    }

    @LongRunning
    static class IntegerDivisionAsDouble {
        static final double HALF = 1 / 2.0;
        static final double WHOLE = 1;

        @State double share;

        @Step void step() { share += WHOLE / 4; }

        @Terminate boolean isDone() { return WHOLE / 2 > HALF - share && share > HALF; }
    }

    @LongRunning
    static class AnswerOfAnAssignment {
        @State boolean done;
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() { return done = count > 3; }
    }

    @LongRunning
    static class ThrowOnTheWay {
        @State int count;

        @Step void step() { count++; }

        @Terminate boolean isDone() {
            if (count < 0) throw new IllegalStateException("count is " + count);
            return count > 10;
        }
    }

    @LongRunning
    static class LoopWithTwoReturns {
        @State Map<String, Boolean> parts = new HashMap<>();

        @Step void step() { parts.replaceAll((name, done) -> true); }

        @OnStart void start() { parts.put("a", false); }

        @Terminate boolean isDone() {
            for (boolean done : parts.values()) {
                if (!done) return false;
            }
            return true;
        }
    }

    @LongRunning
    static class StaticNotFinal {
        static boolean enabled = true;

        @State int count;

        @Step void step() { enabled = ++count < 10; }

        @Terminate boolean isDone() { return !enabled; }
    }

    @LongRunning
    static class FieldWithTheNameOfAClass {
        static class Limits {
            static final boolean REACHED = false;
        }

        static class Counter {
            boolean REACHED;
        }

        @State int count;
        private final Counter Limits = new Counter();

        @Step void step() { Limits.REACHED = ++count > 4; }

        @Terminate boolean isDone() { return Limits.REACHED; }
    }

    @LongRunning
    static class ConditionOnAChar {
        static final char END = '.';

        @State String text = "";

        @Step void step() { text += text.length() > 4 ? '.' : 'x'; }

        @Terminate boolean isDone() { return !text.isEmpty() && text.charAt(text.length() - 1) == END; }
    }

    @LongRunning
    static class LongArithmetic {
        static final long DAY = 24L * 60 * 60 * 1000;
        static final int OVERFLOWN = 24 * 60 * 60 * 1000 * 1000;

        @State long elapsed;

        @Step void step() { elapsed += DAY; }

        @Terminate boolean isDone() { return OVERFLOWN < DAY * 1000 && elapsed > 7 * DAY; }
    }

    @LongRunning
    static class TwoPhasesOneAfterTheOther {
        enum Phase { LOAD, DONE, FAILED }

        @State Phase phase = Phase.LOAD;
        @State Phase before = Phase.LOAD;

        @Step void step() {
            before = phase;
            phase = Phase.DONE;
        }

        @Terminate boolean isDone() {
            return phase == Phase.DONE && before == Phase.LOAD || phase == Phase.FAILED && before != Phase.FAILED;
        }
    }

    @LongRunning
    static class InBetween {
        @State int done;
        @State double share;

        @Step void step() {
            done++;
            share = Double.NaN;
        }

        @Terminate boolean isDone() { return done >= 10 && done <= 10 || share < 1 && share > 0 || share != share; }
    }

    @LongRunning
    static class ChangesInBetween {
        @State int phase;

        @Step void step() { phase++; }

        @Terminate boolean isDone() { return phase == 3 && advance() && phase == 4; }

        private boolean advance() {
            phase++;
            return true;
        }
    }

    @LongRunning
    static class OutsideOfARange {
        @State int done;
        @State boolean failed;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done < 0 || done > 10 || failed && !(done == 3) && done != 4; }
    }

    @LongRunning
    static class NotANumber {
        @State double share;

        @Step void step() { share = 0.0 / 0.0; }

        @Terminate boolean isDone() { return !(share < 1 || share >= 1); }
    }

    @LongRunning
    static class SizeOfItsOwn {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return this.size() < 0 || new Left().size() < 0; }

        private int size() { return 10 - done; }

        class Left {
            int size() { return 10 - done; }
        }
    }

    @LongRunning
    static class EmptyOrNot {
        @State List<String> pending = new ArrayList<>(List.of("a"));

        @Step void step() { pending.remove(0); }

        @Terminate boolean isDone() { return pending.size() <= 0 || pending.size() > 1_000; }
    }

    @LongRunning
    static class IntegerAsAParameterOfAnotherType {
        private static double half(double whole) { return whole / 2; }

        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && half(1) > 0.4; }
    }

    @LongRunning
    static class IntegerAsAResultOfAnotherType {
        private static long limit() { return Integer.MAX_VALUE; }

        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && limit() + 1 > 0; }
    }

    @LongRunning
    static class IntegerAssignedToAFraction {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { double half; half = 1; return done > 9 && half / 2 > 0.4; }
    }

    @LongRunning
    static class IntegerBesideAFraction {
        static final boolean WHOLE = true;

        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && (WHOLE ? 1 : 2.0) / 2 > 0.4; }
    }

    @LongRunning
    static class IntegerBesideSomethingUnknown {
        static final boolean WHOLE = true;

        private double half() { return done / 2.0; }

        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && (WHOLE ? 1 : half()) / 2 > 0.4; }
    }

    @LongRunning
    static class IntegerAssignedOnTheWay {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { double half; return done > 9 && (half = 1) / 2 > 0.4; }
    }

    @LongRunning
    static class IntegerPromotedToALong {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && Integer.MAX_VALUE + 1L > 0; }
    }

    @LongRunning
    static class IntegerThatWrapsRound {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && Integer.MAX_VALUE + 1 < 0; }
    }

    @LongRunning
    static class IntegerDivisionFirst {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && 1 / 2 * 1.0 == 0; }
    }

    @LongRunning
    static class LongThatIsRoundedToAFraction {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && Long.MAX_VALUE - 1 == 9.223372036854775807E18; }
    }

    @LongRunning
    static class CountsThatCanBeAnything {
        @State List<String> pending = new ArrayList<>();
        @State String text = "a";

        @OnStart void start() { pending.add("a"); }

        @Step void step() {
            pending.remove(0);
            text = text + pending.size();
        }

        @Terminate boolean isDone() { return pending.size() <= 0 || text.length() > 100 || 0 == pending.size(); }
    }

    @LongRunning
    static class AssignmentOfWhatIsNotKnown {
        @State int done;
        @State boolean last;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return last = done > 9; }
    }
}

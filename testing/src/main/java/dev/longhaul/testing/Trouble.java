package dev.longhaul.testing;

import dev.longhaul.testing.sim.Fault;
import dev.longhaul.testing.sim.Point.Call;
import java.time.Duration;

/**
 * Something that goes wrong in a chain. Calls and events are counted from 1, in the order in which they happen, with those
 * that happen again after a crash.
 */
public sealed interface Trouble {

    /** A call that goes wrong. */
    record AtCall(Call call, int number, Fault fault) implements Trouble {}

    /** An event that AWS delivers twice. */
    record Duplicate(int event, long afterMillis) implements Trouble {}

    /** An event that AWS delivers late. */
    record Late(int event, long millis) implements Trouble {}

    /** A stop that is asked for from outside. */
    record Stop(long afterMillis, String reason) implements Trouble {}

    /** The function is killed before a step does anything. */
    static Trouble crashBeforeStep(int number) {
        return new AtCall(Call.STEP, number, new Fault.CrashBefore());
    }

    /** The function is killed when a step has done its work, and before that is committed. */
    static Trouble crashAfterStep(int number) {
        return new AtCall(Call.STEP, number, new Fault.CrashAfter());
    }

    /** A step throws. */
    static Trouble failingStep(int number) {
        return new AtCall(Call.STEP, number, new Fault.Refused());
    }

    /** A step takes so much longer. */
    static Trouble slowStep(int number, Duration by) {
        return new AtCall(Call.STEP, number, new Fault.Stall(by.toMillis()));
    }

    /** The function is killed before it writes the chain's record; the first write is that of the start. */
    static Trouble crashBeforeWrite(int number) {
        return new AtCall(Call.WRITE, number, new Fault.CrashBefore());
    }

    /** The function is killed when it has written the chain's record. */
    static Trouble crashAfterWrite(int number) {
        return new AtCall(Call.WRITE, number, new Fault.CrashAfter());
    }

    /** The store refuses a write, as one that is down or throttled. */
    static Trouble storeDown(int write) {
        return new AtCall(Call.WRITE, write, new Fault.Refused());
    }

    /** The store does a write, and its answer is lost. */
    static Trouble lostWriteAnswer(int write) {
        return new AtCall(Call.WRITE, write, new Fault.AnswerLost());
    }

    /** The function stands still before a write: for longer than its lease, and it wakes up as a zombie. */
    static Trouble frozenBeforeWrite(int write, Duration duration) {
        return new AtCall(Call.WRITE, write, new Fault.Stall(duration.toMillis()));
    }

    /** The function is killed between a handoff's write and its invoke. */
    static Trouble crashBeforeInvoke(int number) {
        return new AtCall(Call.SEND, number, new Fault.CrashBefore());
    }

    /** The function is killed after the invoke of the next hop, before it returns. */
    static Trouble crashAfterInvoke(int number) {
        return new AtCall(Call.SEND, number, new Fault.CrashAfter());
    }

    /** Lambda throttles the invoke of the next hop. */
    static Trouble throttledInvoke(int number) {
        return new AtCall(Call.SEND, number, new Fault.Refused());
    }

    /** The invoke of the next hop is accepted, and the answer is lost. */
    static Trouble lostInvokeAnswer(int number) {
        return new AtCall(Call.SEND, number, new Fault.AnswerLost());
    }

    /** AWS delivers an event once more, without an error; event 1 is the start event. */
    static Trouble duplicateDelivery(int event, Duration after) {
        return new Duplicate(event, after.toMillis());
    }

    /** AWS delivers an event late; event 2 is that of the first handoff. */
    static Trouble lateDelivery(int event, Duration by) {
        return new Late(event, by.toMillis());
    }

    /** Somebody asks the chain to stop. */
    static Trouble stopRequest(Duration after, String reason) {
        return new Stop(after.toMillis(), reason);
    }

    /** Somebody asks the chain to stop while a step works. */
    static Trouble stopRequestInStep(int number, String reason) {
        return new AtCall(Call.STEP, number, new Fault.StopRequested(reason));
    }

    /** The database refuses the job's commit on a watched connection: nothing of it is there. */
    static Trouble failingCommit(int number) {
        return new AtCall(Call.COMMIT, number, new Fault.Refused());
    }

    /** The database commits on a watched connection, and the answer is lost. */
    static Trouble lostCommitAnswer(int number) {
        return new AtCall(Call.COMMIT, number, new Fault.AnswerLost());
    }

    /** The function is killed before its commit on a watched connection. */
    static Trouble crashBeforeCommit(int number) {
        return new AtCall(Call.COMMIT, number, new Fault.CrashBefore());
    }

    /** The function is killed after its commit on a watched connection. */
    static Trouble crashAfterCommit(int number) {
        return new AtCall(Call.COMMIT, number, new Fault.CrashAfter());
    }
}

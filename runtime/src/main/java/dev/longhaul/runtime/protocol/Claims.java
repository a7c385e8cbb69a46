package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainChange;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.chain.Position;
import dev.longhaul.runtime.chain.Usage;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.protocol.Claim.Granted;
import dev.longhaul.runtime.protocol.Claim.Reason;
import dev.longhaul.runtime.protocol.Claim.Refused;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The moves that give a chain to an invocation: start and claim. Pure functions. */
public final class Claims {

    private Claims() {}

    /**
     * Claims for a start event.
     *
     * @param current the record of the chain, or null where there is none
     * @param input the start event as JSON
     */
    public static Claim start(
            @Nullable ChainRecord current, String job, String chainId, String input, Claimant claimant) {
        if (current == null) {
            return new Granted(first(job, chainId, input, claimant), false);
        }
        if (!sameTenant(current, claimant)) {
            return new Refused(Reason.OTHER_TENANT);
        }
        if (!current.owner().equals(claimant.requestId())) {
            // A second start by the same name changes nothing; a dead chain is the sweeper's.
            return new Refused(current.status().terminal() ? Reason.ENDED : Reason.DUPLICATE);
        }
        return proceed(current, 0, claimant);
    }

    /**
     * Claims for a continuation.
     *
     * @param current the record of the chain, or null where there is none
     * @param hop the hop that the event is for
     */
    public static Claim proceed(@Nullable ChainRecord current, int hop, Claimant claimant) {
        if (current == null) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!sameTenant(current, claimant)) {
            return new Refused(Reason.OTHER_TENANT);
        }
        boolean mine = current.owner().equals(claimant.requestId());
        return switch (current.status()) {
            case COMPLETED, FAILED, STOPPED -> new Refused(Reason.ENDED);
            // The next hop's invoke may never have left this invocation: then the hop is run here.
            case HANDED_OFF ->
                current.hop() == hop || (mine && current.hop() == hop + 1)
                        ? new Granted(claimed(current, claimant), false)
                        : new Refused(Reason.DUPLICATE);
            case WAITING ->
                current.hop() == hop && current.leaseOver(claimant.now())
                        ? new Granted(claimed(current, claimant), false)
                        : new Refused(Reason.DUPLICATE);
            case RUNNING ->
                (mine && current.hop() >= hop) || (current.hop() == hop && current.leaseOver(claimant.now()))
                        ? new Granted(claimed(current, claimant), true)
                        : new Refused(Reason.DUPLICATE);
        };
    }

    private static boolean sameTenant(ChainRecord current, Claimant claimant) {
        return Objects.equals(current.identity().tenantId(), claimant.tenantId());
    }

    private static ChainRecord first(String job, String chainId, String input, Claimant claimant) {
        long now = claimant.now();
        String id = claimant.requestId();
        return ChainRecord.first(
                Identity.first(job, chainId, claimant.tenantId(), now, id),
                Position.first(id, claimant.functionArn(), claimant.leaseUntil(), now),
                Work.none(input),
                List.of(new HopEntry(0, 1, now, now, 0, End.OPEN)));
    }

    private static ChainRecord claimed(ChainRecord current, Claimant claimant) {
        long now = claimant.now();
        long epoch = current.epoch() + 1;
        boolean takeover = current.status() == ChainStatus.RUNNING;
        ChainChange next = current.change();
        if (takeover) {
            next.lastHop(End.LOST);
        }
        return next.enter(new HopEntry(current.hop(), epoch, now, now, 0, End.OPEN))
                .position(part -> part.withStatus(ChainStatus.RUNNING)
                        .withEpoch(epoch)
                        .withOwner(claimant.requestId())
                        .withFunctionArn(claimant.functionArn())
                        .withLeaseUntil(claimant.leaseUntil())
                        .withUpdatedAt(now))
                .usage(Usage::withClaim)
                .billedMillis(current.billedMillis() + (takeover ? lost(current, now) : 0))
                .build();
    }

    /** What an invocation can have been billed for since its last commit: not beyond its lease. */
    static long lost(ChainRecord current, long now) {
        if (Processes.is(current.owner())) {
            return 0;
        }
        return Math.max(0, Math.min(now, current.leaseUntil()) - current.updatedAt());
    }
}

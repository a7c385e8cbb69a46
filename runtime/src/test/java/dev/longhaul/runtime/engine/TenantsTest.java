package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a function with tenant isolation, a tenant's chain is that tenant's alone. */
class TenantsTest {

    private static final String NIGHTLY = "{\"longhaul\":{\"v\":1,\"start\":\"nightly\"}}";

    private Rig rig;

    @BeforeEach
    void aChainOfBlue() throws Exception {
        JobOptions options = JobOptions.named("Count")
                .timeoutMillis(10_000)
                .safeMillis(3_000)
                .tickMillis(500)
                .maxHops(2)
                .build();
        rig = new Rig(new CountingJob(options, 30, (count, hop) -> rig.time.advance(1_000)));
        rig.tenant = "blue";
        rig.deliver(NIGHTLY);
    }

    @Test
    void aNameIsATenantsOwn() throws Exception {
        rig.tenant = "green";
        assertThat(rig.deliver(NIGHTLY).chainId()).isEqualTo("green:nightly");
        rig.tenant = null;
        assertThat(rig.deliver(NIGHTLY).chainId()).isEqualTo("nightly");
        rig.tenant = "blue";
        assertThat(rig.deliver(NIGHTLY).status()).isEqualTo(Status.DROPPED);
    }

    @Test
    void noTwoTenantsAndNamesHaveOneId() {
        assertThat(Tenants.chainId("c", "a:b")).isNotEqualTo(Tenants.chainId("b:c", "a"));
        assertThat(Tenants.chainId("b", "a%3A")).isNotEqualTo(Tenants.chainId("b", "a:"));
    }

    @Test
    void anotherTenantsContinuationIsRefusedAndChangesNothing() {
        String event = rig.queue.remove().event();
        ChainRecord before = rig.record("blue:nightly");
        rig.tenant = "green";

        assertThatThrownBy(() -> rig.deliver(event))
                .isInstanceOf(UnknownChainException.class)
                .hasMessageContaining("belongs to another tenant");

        assertThat(rig.record("blue:nightly")).isEqualTo(before);
    }

    @Test
    void aSweptAndAResumedHopAreSentForTheirTenant() throws Exception {
        rig.queue.clear();
        rig.time.advance(100_000);
        rig.sweep();
        assertThat(rig.queue.peek().tenantId()).isEqualTo("blue");
        rig.runToEnd(rig.queue.remove().event());

        rig.control().resume("Count", "blue:nightly");

        assertThat(rig.queue.remove().tenantId()).isEqualTo("blue");
    }
}

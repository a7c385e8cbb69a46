package dev.longhaul.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.faults.Fate;
import dev.longhaul.faults.HttpRelay;
import dev.longhaul.faults.Response;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What the store makes of networks and of AWS when they fail. */
class DynamoDbFaultsTest {

    private static TestTable table;

    private final String job = "Count " + UUID.randomUUID();
    private HttpRelay relay;
    private CheckpointStore store;

    @BeforeAll
    static void startServer() throws Exception {
        table = TestTable.onDynalite();
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (table != null) {
            table.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        relay = new HttpRelay(URI.create(table.endpoint()));
        store = CheckpointStores.open(table.uri(), TestTable.local(relay.endpoint()));
    }

    @AfterEach
    void close() {
        store.close();
        relay.close();
    }

    /** Not sent again by the SDK: the second try would be refused, and the writer would take its own write for another's. */
    @Test
    void aWriteWhoseAnswerIsLostMayHaveHappenedAndIsNotRepeated() {
        ChainRecord first = TestChains.first(job, "chain");
        relay.next(any -> true, Fate.ANSWER_LOST);
        assertThatThrownBy(() -> store.write(first)).isInstanceOf(StoreUnavailableException.class);
        assertThat(store.read(job, "chain")).contains(first);

        ChainRecord second = first.change().steps(1).build();
        relay.next(any -> true, Fate.ANSWER_LOST);
        assertThatThrownBy(() -> store.write(second)).isInstanceOf(StoreUnavailableException.class);
        assertThat(store.write(second)).isFalse();
        assertThat(store.read(job, "chain")).contains(second);
        assertThat(store.write(second.change().build())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ProvisionedThroughputExceededException",
        "400, ThrottlingException",
        "400, RequestLimitExceeded",
        "400, ReplicatedWriteConflictException",
        "400, RequestTimeTooSkewed",
        "429, TooManyRequests",
        "500, InternalServerError",
        "503, ServiceUnavailable"
    })
    void whatPassesIsWorthAnotherTry(int status, String error) {
        refuse(status, error);
        assertThatThrownBy(() -> store.write(TestChains.first(job, "chain")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(
                        "a chain's record could not be written in the DynamoDB table " + table.name() + ": on purpose");
        assertThat(store.write(TestChains.first(job, "chain"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400, ValidationException", "400, AccessDeniedException", "400, UnrecognizedClientException"})
    void whatStaysIsNotWorthAnotherTry(int status, String error) {
        refuse(status, error);
        assertThatThrownBy(() -> store.overdue(1, 1))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("on purpose");
    }

    @Test
    void aServerThatIsGoneOrHangsIsWorthAnotherTry() {
        relay.close();
        assertThatThrownBy(() -> store.read(job, "chain")).isInstanceOf(StoreUnavailableException.class);
        assertThat(Failures.of("read", new TableUri("chains"), ApiCallTimeoutException.create(5_000)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    /** What the template's policy allows. */
    @Test
    void theStoreNeedsThreeActions() {
        store.write(TestChains.first(job, "chain"));
        store.read(job, "chain");
        store.overdue(Long.MAX_VALUE, 10);
        store.list(job, 10);
        assertThat(relay.requests().stream()
                        .map(request -> request.header("X-Amz-Target"))
                        .map(target -> target.substring(target.indexOf('.') + 1)))
                .containsOnly("PutItem", "GetItem", "Query");
    }

    @Test
    void anEnvironmentThatIsHalfThereIsNamed() {
        assertThatThrownBy(() -> CheckpointStores.open(
                        table.uri(), Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not. Set both, or neither.");
        assertThatThrownBy(() -> CheckpointStores.open(table.uri(), TestTable.local("a b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL_DYNAMODB is \"a b\"");
    }

    /** The next call isn't done, and has this error for an answer. */
    private void refuse(int status, String error) {
        relay.next(
                any -> true,
                Fate.refused(Response.of(
                        status,
                        "application/x-amz-json-1.0",
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + error + "\",\"message\":\"on purpose\"}")));
    }
}

package dev.longhaul.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files can do besides the contract: be left behind, be torn, be in the way. */
class FileStoreTest {

    private static final ChainRecord RUNNING = first();
    private static final ChainRecord FAILED = RUNNING.change()
            .status(ChainStatus.FAILED)
            .expiresAt(Long.MAX_VALUE)
            .build();
    private static final ChainRecord RESUMED =
            FAILED.change().status(ChainStatus.HANDED_OFF).expiresAt(0).build();
    private static final long LATER = 9_000;

    @TempDir
    Path directory;

    private CheckpointStore store;

    @BeforeEach
    void open() {
        store = CheckpointStores.open(directory.toUri().toString(), Map.of());
    }

    @Test
    void aChainThatEndedIsNotOverdueWhenItsWriterDiedBeforeTidyingUp() throws IOException {
        leaveBehind("live", RUNNING, FAILED);

        assertThat(store.read("Count", "chain")).contains(FAILED);
        assertThat(store.overdue(LATER, 9).chains()).isEmpty();
        assertThat(store.list("Count", 9).chains()).containsExactly(FAILED);
        assertThat(store.write(RESUMED)).isTrue();
    }

    @Test
    void aChainThatWasResumedIsListedSoWhenItsWriterDiedBeforeTidyingUp() throws IOException {
        store.write(RUNNING);
        leaveBehind("ended", FAILED, RESUMED);

        assertThat(store.read("Count", "chain")).contains(RESUMED);
        assertThat(store.list("Count", 9).chains()).containsExactly(RESUMED);
        assertThat(store.overdue(LATER, 9).chains()).containsExactly(RESUMED);
    }

    @Test
    void anExpiredChainIsForgottenWithAllThatWasLeftOfIt() throws IOException {
        leaveBehind(
                "live",
                RUNNING,
                RUNNING.change().status(ChainStatus.COMPLETED).expiresAt(1).build());

        assertThat(store.list("Count", 9).chains()).isEmpty();
        assertThat(store.read("Count", "chain")).isEmpty();
        assertThat(store.overdue(LATER, 9).chains()).isEmpty();
        assertThat(records("live")).isEmpty();
        assertThat(records("ended")).isEmpty();
    }

    @Test
    void aRecordThatIsCutOffAnywhereIsAnErrorThatNamesItsFile() throws IOException {
        store.write(RUNNING);
        Path file = records("live").get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> store.read("Count", "chain"))
                    .as("%s bytes", length)
                    .isExactlyInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void aRecordWithWrongBytesIsReadOrIsAnErrorThatNamesItsFile() throws IOException {
        store.write(RUNNING);
        Path file = records("live").get(0);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] wrong = whole.clone();
            wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
            Files.write(file, wrong);
            try {
                store.read("Count", "chain");
            } catch (StoreException e) {
                assertThat(e)
                        .isExactlyInstanceOf(StoreException.class)
                        .hasMessageContaining(file.toString())
                        .hasMessageEndingWith(". Move it away, or put back what was there.");
            }
        }
    }

    @Test
    void whatAKilledProcessLeftUnfinishedIsWrittenOver() throws IOException {
        store.write(RUNNING);
        Path lock = records("locks").get(0);
        Path unfinished = lock.resolveSibling(lock.getFileName().toString().replace("lock-", "new-"));
        Files.writeString(unfinished, "{\"job\":");

        assertThat(store.write(FAILED)).isTrue();
        assertThat(store.read("Count", "chain")).contains(FAILED);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aFileThatIsNoChainsIsPassedOver() throws IOException {
        store.write(RUNNING);
        Files.writeString(directory.resolve("live").resolve("notes.txt"), "mine");

        assertThat(store.overdue(LATER, 9).chains()).containsExactly(RUNNING);
    }

    @Test
    void aCorruptFileDoesNotKeepTheOthersFromBeingFound() throws IOException {
        store.write(RUNNING);
        Path file = records("live").get(0);
        Path corrupt = Files.writeString(file.resolveSibling("-corrupt.json"), "{\"job\":");

        Listing found = store.overdue(LATER, 9);

        assertThat(found.chains()).containsExactly(RUNNING);
        assertThat(found.unreadable())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining(corrupt.toString()));
    }

    @Test
    void aFileInThePlaceOfTheDirectoryIsNotWorthAnotherTry() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "mine");
        CheckpointStore wrong = CheckpointStores.open(file.toUri().toString(), Map.of());

        assertThatThrownBy(() -> wrong.write(RUNNING))
                .isNotInstanceOf(StoreUnavailableException.class)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith(". LONGHAUL_STORE must name a directory that this process may write.");
        assertThatThrownBy(() -> wrong.read("Count", "chain")).isExactlyInstanceOf(StoreException.class);
        assertThatThrownBy(() -> wrong.overdue(LATER, 9)).isExactlyInstanceOf(StoreException.class);
    }

    @Test
    void aUriThatNamesNoDirectoryIsRefusedWithTheForm() {
        for (String uri : List.of("file:data", "file://host/data", "file:///data?x=1", "file:///a b", "file:")) {
            assertThatThrownBy(() -> CheckpointStores.open(uri, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("LONGHAUL_STORE is \"" + uri + "\", which names no directory")
                    .hasMessageEndingWith("Its form is file:///directory, with an absolute path.");
        }
    }

    /** As if the writer of {@code next} had died before it removed the record that it follows. */
    private void leaveBehind(String folder, ChainRecord before, ChainRecord next) throws IOException {
        assertThat(store.write(before)).isTrue();
        Path file = records(folder).get(0);
        byte[] old = Files.readAllBytes(file);
        assertThat(store.write(next)).isTrue();
        assertThat(file).doesNotExist();
        Files.write(file, old);
    }

    private List<Path> records(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static ChainRecord first() {
        Claim claim = Claims.start(null, "Count", "chain", "{}", new Claimant("request", "arn", null, 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}

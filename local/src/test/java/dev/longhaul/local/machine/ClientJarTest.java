package dev.longhaul.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientJarTest {

    @TempDir
    Path folder;

    /** A function may have another version of what the jar has besides. */
    @Test
    void ofAJarWithEverythingTheRuntimeClientAloneGoesBeforeTheFunctionsOwn() throws IOException {
        List<String> client = List.of(
                "com/amazonaws/services/lambda/runtime/Context.class",
                "com/amazonaws/lambda/thirdparty/com/google/gson/Gson.class",
                "software/amazon/awssdk/utilslite/SdkInternalThreadLocal.class",
                "dev/longhaul/local/bootstrap/RuntimeLoop.class");
        Path everything = folder.resolve("everything.jar");
        try (OutputStream file = Files.newOutputStream(everything);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : client) {
                add(out, name);
            }
            add(out, "dev/longhaul/runtime/LongRunningHandler.class");
            add(out, "software/amazon/awssdk/core/SdkClient.class");
        }

        Path jar = ClientJar.of(everything, folder);

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactlyElementsOf(client);
            assertThat(zip.getInputStream(zip.getEntry(client.get(0))).readAllBytes())
                    .isEqualTo(client.get(0).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream out, String name) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}

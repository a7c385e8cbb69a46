package dev.longhaul.local.machine;

import dev.longhaul.local.function.RuntimeClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a function's process needs of the runtime client: its jars, its main class, its JVM options. Made once for all
 * processes of a local Lambda.
 *
 * @param classPath goes before the function's own, as on Lambda
 * @param mainClass takes the handler as its only argument
 * @param jvmOptions what the client itself needs
 */
public record RuntimeFiles(List<Path> classPath, String mainClass, List<String> jvmOptions) {

    private static final String AWS_MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String PLAIN_MAIN = "dev.longhaul.local.bootstrap.RuntimeLoop";
    private static final String HANDLER_API = "com.amazonaws.services.lambda.runtime.Context";
    private static final String SERIALIZATION = "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer";
    private static final String THREAD_LOCAL = "software.amazon.awssdk.utilslite.SdkInternalThreadLocal";
    private static final String NATIVE_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** Copies both lists. */
    public RuntimeFiles {
        classPath = List.copyOf(classPath);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Finds the client, and unpacks its native library into a folder. */
    public static RuntimeFiles unpack(RuntimeClient client, Path folder) throws IOException {
        return switch (client) {
            case AWS -> {
                // Left to itself, the client unpacks the library to one fixed path, where concurrent starts collide.
                Path library = unpackLibrary(folder);
                yield new RuntimeFiles(
                        jarsOf(folder, AWS_MAIN, SERIALIZATION, HANDLER_API, THREAD_LOCAL),
                        AWS_MAIN,
                        List.of("-D" + NATIVE_PROPERTY + "=" + library));
            }
            case PLAIN_JAVA -> new RuntimeFiles(jarsOf(folder, PLAIN_MAIN, HANDLER_API), PLAIN_MAIN, List.of());
        };
    }

    private static Path unpackLibrary(Path folder) throws IOException {
        String processor = System.getProperty("os.arch", "").equals("aarch64") ? "aarch_64" : "x86_64";
        String resource = "jni/libaws-lambda-jni.linux" + (isMusl() ? "_musl" : "") + "-" + processor + ".so";
        try (InputStream library = type(AWS_MAIN).getClassLoader().getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("the runtime client's jar has no " + resource
                        + ": use a local Lambda with RuntimeClient.PLAIN_JAVA on this system");
            }
            Path file = folder.resolve("libaws-lambda-jni.so").toAbsolutePath();
            Files.copy(library, file);
            return file;
        }
    }

    private static boolean isMusl() throws IOException {
        Path libraries = Path.of("/lib");
        if (!Files.isDirectory(libraries)) {
            return false;
        }
        try (DirectoryStream<Path> loaders = Files.newDirectoryStream(libraries, "ld-musl-*")) {
            return loaders.iterator().hasNext();
        }
    }

    private static List<Path> jarsOf(Path folder, String... classNames) throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        Path own = jarOf(RuntimeFiles.class);
        if (Files.isRegularFile(own) && own.equals(jarOf(type(HANDLER_API)))) {
            return List.of(ClientJar.of(own, folder));
        }
        for (String className : classNames) {
            jars.add(jarOf(type(className)));
        }
        return List.copyOf(jars);
    }

    private static Class<?> type(String className) throws IOException {
        try {
            return Class.forName(className, false, RuntimeFiles.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException(
                    className + " is not on the class path: add the dependencies of longhaul-local to it", e);
        }
    }

    private static Path jarOf(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null) {
            throw new IOException("the class loader does not say where " + type.getName()
                    + " is: run the local Lambda from jars or folders");
        }
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the place of " + type.getName() + " is no URI: " + place, e);
        }
    }
}

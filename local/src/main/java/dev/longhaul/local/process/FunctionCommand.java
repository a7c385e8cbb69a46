package dev.longhaul.local.process;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.FunctionName;
import dev.longhaul.local.machine.Machine;
import dev.longhaul.local.runtimeapi.RuntimeApi;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line and the environment variables of a function's process. */
final class FunctionCommand {

    /** Tells a function's process that this Lambda is a local one. */
    private static final String LOCAL = "LONGHAUL_LOCAL";

    /** Where a function with SnapStart has its credentials from: a snapshot may not have them. */
    private static final String CONTAINER_CREDENTIALS = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    private static final int KILOBYTES = 1024;
    private static final double HEAP_SHARE = 0.85;
    private static final int FIRST_WITH_NATIVE_ACCESS_CHECKS = 22;
    private static final int FIRST_WITH_UNSAFE_WARNINGS = 23;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    /** What a JVM or its native libraries need of this machine; nothing else of the parent's gets through. */
    private static final Set<String> KEPT = Set.of("SystemRoot", "SystemDrive", "LD_LIBRARY_PATH", "PATH");

    private final FunctionConfig function;
    private final Machine machine;
    private final String environmentId;
    private final Path folder;

    FunctionCommand(FunctionConfig function, Machine machine, String environmentId, Path folder) {
        this.function = function;
        this.machine = machine;
        this.environmentId = environmentId;
        this.folder = folder;
    }

    List<String> arguments() {
        List<String> command = new ArrayList<>(machine.processes().keeper().command());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + Math.round(function.limits().memoryMegabytes() * KILOBYTES * HEAP_SHARE) + "k");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"));
        // As on Lambda, whatever locales this machine has.
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dsun.stdout.encoding=UTF-8");
        command.add("-Djava.io.tmpdir=" + folder.resolve(Environment.TEMPORARY));
        int feature = Runtime.version().feature();
        if (feature >= FIRST_WITH_NATIVE_ACCESS_CHECKS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= FIRST_WITH_UNSAFE_WARNINGS) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (function.code().snapStart()) {
            // As AWS's runtime has it: where a function that uses CRaC finds the context of Lambda's client.
            command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        }
        command.addAll(machine.processes().client().jvmOptions());
        command.add("-cp");
        command.add(classPath());
        command.add(machine.processes().client().mainClass());
        command.add(function.code().handler());
        return command;
    }

    /** The runtime client first, as Lambda has it: a function cannot replace the client's classes by its own. */
    private String classPath() {
        Set<Path> entries = new LinkedHashSet<>();
        if (!function.code().bringsClient()) {
            entries.addAll(machine.processes().client().classPath());
        }
        for (Path entry : function.code().classPath()) {
            entries.add(entry.toAbsolutePath());
        }
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    Map<String, String> variables(Map<String, String> parent) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = parent.get(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        if (!function.code().snapStart() || !function.environment().containsKey(CONTAINER_CREDENTIALS)) {
            variables.put("AWS_ACCESS_KEY_ID", "local");
            variables.put("AWS_SECRET_ACCESS_KEY", "local");
            variables.put("AWS_SESSION_TOKEN", "local");
        }
        variables.put("AWS_ENDPOINT_URL_LAMBDA", "http://" + machine.api().address());
        variables.putAll(function.environment());
        variables.put("_HANDLER", function.code().handler());
        variables.put("AWS_REGION", machine.region());
        variables.put("AWS_DEFAULT_REGION", machine.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionName.LATEST);
        variables.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(function.limits().memoryMegabytes()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", function.code().snapStart() ? "snap-start" : "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream());
        variables.put("AWS_LAMBDA_RUNTIME_API", machine.api().address() + RuntimeApi.ROOT + environmentId);
        variables.put("LAMBDA_TASK_ROOT", folder.toString());
        variables.put("LAMBDA_RUNTIME_DIR", machine.folder().toString());
        // What the runtime refuses in a function of AWS's, such as a store on the function's own disk, it takes here.
        variables.put(LOCAL, "1");
        return variables;
    }

    private String logStream() {
        LocalDate today = LocalDate.ofInstant(machine.clock().instant(), ZoneOffset.UTC);
        return DAY.format(today) + "/[" + FunctionName.LATEST + "]" + environmentId;
    }
}

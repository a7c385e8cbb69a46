package dev.longhaul.benchmarks.run;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.UUID;

/** One cold start: the last line that it prints is the milliseconds from the start of the JVM to the first step. */
final class ColdStart {

    static final String LONGHAUL = "longhaul";
    static final String BARE = "bare";

    private static double firstStep;

    private ColdStart() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals(LONGHAUL)) {
            longhaul();
        } else {
            bare(args[1]);
        }
        System.out.println(firstStep);
    }

    static void step() {
        firstStep = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static void longhaul() throws Exception {
        Jobs_FirstStepHandler handler = new Jobs_FirstStepHandler();
        handler.handleRequest(
                new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                new OneContext());
    }

    private static void bare(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            try (var create = connection.createStatement()) {
                create.execute("create table if not exists bare_start (id text primary key, record text)");
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into bare_start values (?, ?)")) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, "{}");
                insert.executeUpdate();
            }
            step();
        }
    }

    private record OneContext(String id) implements Context {

        OneContext() {
            this(UUID.randomUUID().toString());
        }

        @Override
        public String getAwsRequestId() {
            return id;
        }

        @Override
        public String getLogGroupName() {
            return "";
        }

        @Override
        public String getLogStreamName() {
            return "";
        }

        @Override
        public String getFunctionName() {
            return "FirstStep";
        }

        @Override
        public String getFunctionVersion() {
            return "1";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn";
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getRemainingTimeInMillis() {
            return 900_000;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 512;
        }

        @Override
        public LambdaLogger getLogger() {
            throw new UnsupportedOperationException();
        }
    }
}

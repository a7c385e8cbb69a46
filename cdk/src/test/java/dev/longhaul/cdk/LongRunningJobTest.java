package dev.longhaul.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;

/**
 * The construct, synthesised by the CDK itself. Without node the tests are skipped, but not where the environment
 * variable CI is set.
 */
class LongRunningJobTest {

    private static final Path TEMPLATE =
            Path.of("target/test-classes/META-INF/longhaul/dev.longhaul.cdk.Reconcile.template.yaml");

    @TempDir
    private Path folder;

    private Path jar;
    private App app;
    private Stack stack;

    @BeforeAll
    static void needsNode() {
        boolean node = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "node")));
        assumeTrue(node || System.getenv("CI") != null, "node is not on the path");
    }

    @BeforeEach
    void makeApp() throws IOException {
        jar = Files.writeString(folder.resolve("function.jar"), "a jar");
        app = new App(
                AppProps.builder().outdir(folder.resolve("cdk.out").toString()).build());
        stack = new Stack(app, "Payments");
    }

    @Test
    void theResourcesAreThoseOfTheTemplate() throws IOException {
        job().create(stack, "Reconcile");

        Map<?, ?> expected = LongForm.read(TEMPLATE);
        Map<?, ?> nested = nested();
        assertThat(nested.keySet()).isEqualTo(expected.keySet());
        for (String section : List.of("Transform", "Conditions", "Outputs")) {
            assertThat(nested.get(section)).as(section).isEqualTo(expected.get(section));
        }
        Map<Object, Object> parameters = new TreeMap<>(map(nested.get("Parameters")));
        assertThat(parameters.remove("CodeBucket")).isNotNull();
        assertThat(parameters.remove("CodeKey")).isNotNull();
        assertThat(parameters).isEqualTo(expected.get("Parameters"));
        Map<?, ?> resources = map(expected.get("Resources"));
        assertThat(map(nested.get("Resources")).keySet()).isEqualTo(resources.keySet());
        resources.forEach((name, resource) -> assertThat(
                        withoutCode(map(nested.get("Resources")).get(name)))
                .as("%s", name)
                .isEqualTo(withoutCode(resource)));
    }

    @Test
    void theJarIsAnAssetOfBothFunctions() {
        job().create(stack, "Reconcile");

        Map<?, ?> resources = map(nested().get("Resources"));
        for (String name : List.of("Function", "Sweeper")) {
            assertThat(map(map(resources.get(name)).get("Properties")).get("CodeUri"))
                    .isEqualTo(Map.of("Bucket", Map.of("Ref", "CodeBucket"), "Key", Map.of("Ref", "CodeKey")));
        }
        assertThat(parameters("Reconcile").get("CodeKey").toString()).endsWith(".jar");
        assertThat(parameters("Reconcile").get("CodeBucket").toString()).contains("assets");
    }

    @Test
    void aJarThatIsInS3StaysThere() throws IOException {
        Path template = folder.resolve("Reconcile.template.yaml");
        Files.writeString(
                template,
                Files.readString(TEMPLATE).replaceAll("CodeUri: .*", "CodeUri: 's3://artifacts/function.jar'"));

        LongRunningJob.fromTemplate(template).create(stack, "Reconcile");

        assertThat(nested()).isEqualTo(LongForm.read(template));
    }

    @Test
    void valuesThatAreKnownAtDeploymentAreParameters() {
        Vpc vpc = new Vpc(stack, "Vpc");
        job().alarmTopic(new Topic(stack, "Alarms"))
                .key(new Key(stack, "Key"))
                .network(
                        vpc.getPrivateSubnets(),
                        List.of(SecurityGroup.Builder.create(stack, "Group")
                                .vpc(vpc)
                                .build()))
                .policies(ManagedPolicy.fromAwsManagedPolicyName("ReadOnlyAccess"))
                .parameter("BankUrl", "https://bank.example")
                .create(stack, "Reconcile");

        Map<?, ?> given = parameters("Reconcile");
        assertThat(given.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder(
                        "AlarmTopicArn",
                        "KmsKeyArn",
                        "SubnetIds",
                        "SecurityGroupIds",
                        "PolicyArns",
                        "BankUrl",
                        "CodeBucket",
                        "CodeKey");
        assertThat(given.get("BankUrl")).isEqualTo("https://bank.example");
        assertThat(given.get("SubnetIds").toString()).contains("Fn::Join").contains("PrivateSubnet2");
    }

    @Test
    void aFleetHasTheTableOfTheFirst() {
        LongRunningJob first = job().create(stack, "First");
        job().parameter("Suffix", "-two").fleetOf(first).create(stack, "Second");

        assertThat(parameters("Second").get("SharedTable").toString()).contains("Outputs.ChainsTable");
    }

    @Test
    void rightsAreGrantedToTheRoleAndStartsToOthers() {
        LongRunningJob job = job().create(stack, "Reconcile");
        new Bucket(stack, "Inbox").grantRead(job.getRole());
        job.getFunction()
                .grantInvoke(Role.Builder.create(stack, "Starter")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build());

        String policies = resources("AWS::IAM::Policy").toString();
        assertThat(policies).contains("s3:GetObject*").contains("Outputs.RoleArn");
        assertThat(policies).contains("lambda:InvokeFunction").contains("Outputs.FunctionName");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> LongRunningJob.fromTemplate(Path.of("no.yaml")).create(stack, "A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no template no.yaml. The processor writes it when the job is compiled: build the"
                        + " job first.");
        assertThatThrownBy(() -> LongRunningJob.fromTemplate(TEMPLATE).create(stack, "B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no jar target/function.jar,");
        assertThatThrownBy(() -> job().parameter("Sufix", "-dev").create(stack, "C"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("dev.longhaul.cdk.Reconcile.template.yaml has no parameter Sufix. It has ")
                .hasMessageContaining("AlarmTopicArn, BankUrl, ")
                .hasMessageEndingWith("Suffix.");
    }

    private LongRunningJobBuilder job() {
        return LongRunningJob.fromTemplate(TEMPLATE).code(jar);
    }

    /** Without what names the jar. */
    private static Map<?, ?> withoutCode(Object resource) {
        Map<Object, Object> bare = new TreeMap<>(map(resource));
        Map<Object, Object> properties = new TreeMap<>(map(bare.get("Properties")));
        properties.remove("CodeUri");
        bare.put("Properties", properties);
        return bare;
    }

    private Map<?, ?> parameters(String job) {
        return resources("AWS::CloudFormation::Stack").entrySet().stream()
                .filter(stack -> stack.getKey().toString().startsWith(job))
                .map(stack -> map(map(map(stack.getValue()).get("Properties")).get("Parameters")))
                .findAny()
                .orElseThrow();
    }

    private Map<Object, Object> resources(String type) {
        Map<Object, Object> found = new TreeMap<>();
        map(synthesised("Payments", ".template.json").get("Resources")).forEach((id, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                found.put(id, resource);
            }
        });
        return found;
    }

    private Map<?, ?> nested() {
        return synthesised("asset.", ".yaml");
    }

    private Map<?, ?> synthesised(String prefix, String suffix) {
        app.synth();
        try (Stream<Path> files = Files.list(folder.resolve("cdk.out"))) {
            return LongForm.read(
                    files.filter(file -> file.getFileName().toString().startsWith(prefix))
                            .filter(file -> file.toString().endsWith(suffix))
                            .findAny()
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}

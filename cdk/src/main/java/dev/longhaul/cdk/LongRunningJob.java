package dev.longhaul.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.CfnStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * A long-running job with all that it needs on AWS: the template that the processor wrote for it, as a nested stack.
 *
 * <p>The resources are those of the template, each with the properties that it has there, so that what the processor
 * has checked is what is deployed. The parameters of the template are set by {@link LongRunningJobBuilder}; a value
 * may be known only at deployment, such as the ARN of a topic of the same app.
 *
 * <p>As every construct, it is for one thread.
 */
public final class LongRunningJob extends Construct {

    private final CfnStack stack;
    private final IRole role;
    private final IFunction function;

    LongRunningJob(Construct scope, String id, JobTemplate template, LongRunningJobBuilder job) {
        super(scope, id);
        Map<String, String> parameters = new TreeMap<>(job.parameters());
        String text = template.text();
        Optional<Path> jar = job.jar(template);
        if (jar.isPresent()) {
            Asset code = Asset.Builder.create(this, "Code")
                    .path(jar.get().toString())
                    .build();
            parameters.put(JobTemplate.CODE_BUCKET, code.getS3BucketName());
            parameters.put(JobTemplate.CODE_KEY, code.getS3ObjectKey());
            text = template.withCodeInParameters();
        }
        stack = CfnStack.Builder.create(this, "Stack")
                .templateUrl(asset(text).getHttpUrl())
                .parameters(parameters)
                .build();
        role = Role.fromRoleArn(
                this,
                "Role",
                output("RoleArn"),
                FromRoleArnOptions.builder().defaultPolicyName(id + "Rights").build());
        function = Function.fromFunctionAttributes(
                this,
                "Function",
                FunctionAttributes.builder()
                        .functionArn(Stack.of(this)
                                .formatArn(ArnComponents.builder()
                                        .service("lambda")
                                        .resource("function")
                                        .resourceName(output("FunctionName"))
                                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                        .build()))
                        .role(role)
                        .sameEnvironment(true)
                        .build());
    }

    /**
     * Begins with the template of a job.
     *
     * @param template the file that the processor wrote, such as {@code
     *     target/classes/META-INF/longhaul/com.acme.ReconcilePayments.template.yaml}, from the folder in which the app
     *     runs
     */
    public static LongRunningJobBuilder fromTemplate(Path template) {
        return new LongRunningJobBuilder(template);
    }

    /** The template as an asset; the CDK takes a copy of its file at once. */
    private Asset asset(String text) {
        try {
            Path file = Files.createTempFile("longhaul-", ".template.yaml");
            try {
                Files.writeString(file, text);
                return Asset.Builder.create(this, "Template")
                        .path(file.toString())
                        .build();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The template can't be handed to the CDK", e);
        }
    }

    /** The job's function: {@code grantInvoke} on it lets another start chains. */
    public IFunction getFunction() {
        return function;
    }

    /** The role of the function, for what grants rights to it: {@code bucket.grantRead(job.getRole())}. */
    public IRole getRole() {
        return role;
    }

    /**
     * The name of the table of chains, known at deployment. Only where the job has a table: not with another {@code
     * StoreUri}.
     */
    public String getChainsTable() {
        return output("ChainsTable");
    }

    /** The URL of the queue of failed events, known at deployment. */
    public String getFailedEventsUrl() {
        return output("FailedEventsUrl");
    }

    private String output(String name) {
        return stack.getAtt("Outputs." + name).toString();
    }
}

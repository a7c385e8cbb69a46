package dev.longhaul.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * Sets the parameters of a job's template, and makes the construct. What is not set keeps the template's default. The
 * parameters are those of the table in {@code docs/deploy.md}.
 *
 * <p>For one thread.
 */
public final class LongRunningJobBuilder {

    private final Path template;
    private final Map<String, String> parameters = new TreeMap<>();
    private @Nullable Path code;

    LongRunningJobBuilder(Path template) {
        this.template = template;
    }

    /**
     * The jar with the job and all that it needs; else the one that the template names.
     *
     * @param jar its path, from the folder in which the app runs
     */
    public LongRunningJobBuilder code(Path jar) {
        code = jar;
        return this;
    }

    /**
     * Sets a parameter of the template.
     *
     * @param name its name, such as {@code Suffix} or {@code BankUrl}; one that the template has not is refused by
     *     {@link #create}
     * @param value its value, which may be known only at deployment
     */
    public LongRunningJobBuilder parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * Puts function and sweeper into a VPC.
     *
     * @param subnets subnets from which the Lambda API and the store are reached; at least one
     * @param groups security groups; at least one
     */
    public LongRunningJobBuilder network(List<? extends ISubnet> subnets, List<? extends ISecurityGroup> groups) {
        parameter(
                "SubnetIds",
                String.join(",", subnets.stream().map(ISubnet::getSubnetId).toList()));
        return parameter(
                "SecurityGroupIds",
                String.join(
                        ",",
                        groups.stream().map(ISecurityGroup::getSecurityGroupId).toList()));
    }

    /** Gives the job what managed policies allow; {@link LongRunningJob#getRole()} takes single rights. */
    public LongRunningJobBuilder policies(IManagedPolicy... policies) {
        return parameter(
                "PolicyArns",
                String.join(
                        ",",
                        Arrays.stream(policies)
                                .map(IManagedPolicy::getManagedPolicyArn)
                                .toList()));
    }

    /** Encrypts table, queue, logs and environment variables by a key. */
    public LongRunningJobBuilder key(IKey key) {
        return parameter("KmsKeyArn", key.getKeyArn());
    }

    /** Tells a topic of the alarms. */
    public LongRunningJobBuilder alarmTopic(ITopic topic) {
        return parameter("AlarmTopicArn", topic.getTopicArn());
    }

    /** Keeps the chains in the table of another job, whose sweeper looks after both. */
    public LongRunningJobBuilder fleetOf(LongRunningJob first) {
        return parameter("SharedTable", first.getChainsTable());
    }

    /**
     * Makes the construct.
     *
     * @throws IllegalArgumentException when the template or the jar is not there, or a parameter is not the template's
     */
    public LongRunningJob create(Construct scope, String id) {
        JobTemplate text = JobTemplate.read(template);
        parameters.keySet().forEach(text::requireParameter);
        return new LongRunningJob(scope, id, text, this);
    }

    Map<String, String> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The jar: the given one, or the one that the template names; empty where that is an object of S3 already. */
    Optional<Path> jar(JobTemplate text) {
        Optional<Path> jar = code == null ? text.jar() : Optional.of(code);
        if (jar.isPresent() && !Files.isRegularFile(jar.get())) {
            throw new IllegalArgumentException("There is no jar " + jar.get()
                    + ", which has the job and all that it needs. Build it first, or name another by code(...).");
        }
        return jar;
    }
}

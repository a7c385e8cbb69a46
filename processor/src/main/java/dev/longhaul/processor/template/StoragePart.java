package dev.longhaul.processor.template;

/** The table of chains, the queue of failed events and the log groups. */
final class StoragePart implements TemplatePart {

    /** The index that the sweeper looks into. */
    static final String INDEX = "live";

    private static final long FOURTEEN_DAYS = 1_209_600;

    @Override
    public void addTo(Yaml yaml, Deployment deployment) {
        table(yaml);
        yaml.comment("Where an event ends that the function could not take; its body says why.")
                .open("FailedEvents")
                .put("Type", "AWS::SQS::Queue")
                .open("Properties")
                .put("MessageRetentionPeriod", FOURTEEN_DAYS)
                .raw("SqsManagedSseEnabled", "true")
                .close()
                .close()
                .blank();
        log(yaml, "FunctionLog", "/aws/lambda/" + deployment.job());
        log(yaml, "SweeperLog", "");
    }

    private static void table(Yaml yaml) {
        yaml.comment(
                        "One item a chain. It is kept when the stack goes, since it may hold the only copy of work that was done.")
                .open("Chains")
                .put("Type", "AWS::DynamoDB::Table")
                .put("DeletionPolicy", "RetainExceptOnCreate")
                .put("UpdateReplacePolicy", "Retain")
                .open("Properties")
                .put("BillingMode", "PAY_PER_REQUEST")
                .open("AttributeDefinitions");
        attribute(yaml, "job", "S");
        attribute(yaml, "chainId", "S");
        attribute(yaml, "live", "S");
        attribute(yaml, "leaseUntil", "N");
        yaml.close().open("KeySchema");
        key(yaml, "job", "HASH");
        key(yaml, "chainId", "RANGE");
        yaml.close()
                .comment("Only chains that have not ended have the attribute \"live\", so the index stays small.")
                .open("GlobalSecondaryIndexes")
                .item()
                .put("IndexName", INDEX)
                .open("KeySchema");
        key(yaml, "live", "HASH");
        key(yaml, "leaseUntil", "RANGE");
        yaml.close()
                .open("Projection")
                .put("ProjectionType", "KEYS_ONLY")
                .close()
                .close()
                .close();
        yaml.open("TimeToLiveSpecification")
                .put("AttributeName", "ttl")
                .raw("Enabled", "true")
                .close()
                .open("PointInTimeRecoverySpecification")
                .raw("PointInTimeRecoveryEnabled", "true")
                .close()
                .open("SSESpecification")
                .raw("SSEEnabled", "true")
                .close()
                .close()
                .close()
                .blank();
    }

    private static void attribute(Yaml yaml, String name, String type) {
        yaml.item().put("AttributeName", name).put("AttributeType", type).close();
    }

    private static void key(Yaml yaml, String name, String type) {
        yaml.item().put("AttributeName", name).put("KeyType", type).close();
    }

    private static void log(Yaml yaml, String id, String name) {
        yaml.open(id).put("Type", "AWS::Logs::LogGroup").open("Properties");
        if (!name.isEmpty()) {
            yaml.put("LogGroupName", name);
        }
        yaml.raw("RetentionInDays", "!Ref LogRetentionDays").close().close().blank();
    }
}

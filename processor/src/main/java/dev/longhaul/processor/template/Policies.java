package dev.longhaul.processor.template;

/** The statements of the functions' policies. */
final class Policies {

    private Policies() {}

    /** Opens a policy document, up to its statements. */
    static void document(Yaml yaml) {
        yaml.put("Version", "2012-10-17").open("Statement");
    }

    /** May invoke the job's function, and no other. */
    static void invoke(Yaml yaml, String sid, Deployment deployment) {
        yaml.item()
                .put("Sid", sid)
                .put("Effect", "Allow")
                .put("Action", "lambda:InvokeFunction")
                .comment(
                        "By name, since !GetAtt would be a cycle; and with its versions and aliases, since a chain goes")
                .comment("on under the qualifier that it was started under.")
                .open("Resource")
                .rawElement("!Sub '" + deployment.functionArn() + "'")
                .rawElement("!Sub '" + deployment.functionArn() + ":*'")
                .close()
                .close();
    }

    /** May read and write the chains. */
    static void chains(Yaml yaml) {
        yaml.item()
                .put("Sid", "ReadAndWriteChains")
                .put("Effect", "Allow")
                .open("Action")
                .element("dynamodb:GetItem")
                .element("dynamodb:PutItem")
                .close()
                .raw("Resource", "!GetAtt Chains.Arn")
                .close();
    }

    /** May find the chains whose lease is over. */
    static void overdueChains(Yaml yaml) {
        yaml.item()
                .put("Sid", "FindOverdueChains")
                .put("Effect", "Allow")
                .put("Action", "dynamodb:Query")
                .raw("Resource", "!Sub '${Chains.Arn}/index/" + StoragePart.INDEX + "'")
                .close();
    }
}

package dev.longhaul.processor.template;

import dev.longhaul.processor.model.Job;
import java.util.List;

/** Writes the SAM template of a job as an ordered list of parts: the same text for the same job. */
public final class TemplateWriter {

    private final String code;
    private final List<TemplatePart> resources =
            List.of(new FunctionPart(), new StoragePart(), new SweeperPart(), new AlarmPart());

    /**
     * A writer.
     *
     * @param code where the function's jar is, seen from the template's folder, or an S3 URI
     */
    public TemplateWriter(String code) {
        this.code = code;
    }

    /**
     * The template of a job that may compile.
     *
     * @param handler the qualified name of its handler
     */
    public String write(Job job, String handler) {
        Deployment deployment = Deployment.of(job, handler, code);
        Yaml yaml = new Yaml();
        begin(yaml, deployment);
        new ParametersPart().addTo(yaml, deployment);
        yaml.open("Resources");
        for (TemplatePart part : resources) {
            part.addTo(yaml, deployment);
        }
        yaml.close();
        outputs(yaml, deployment);
        return yaml.toString();
    }

    private static void begin(Yaml yaml, Deployment deployment) {
        yaml.comment("What the job " + deployment.type() + " needs to run on AWS. Longhaul wrote this file at compile")
                .comment("time, from the options of @LongRunning: change them there.")
                .raw("AWSTemplateFormatVersion", "'2010-09-09'")
                .put("Transform", "AWS::Serverless-2016-10-31")
                .put("Description", "Long-running job " + deployment.job())
                .blank();
    }

    private static void outputs(Yaml yaml, Deployment deployment) {
        yaml.open("Outputs");
        output(
                yaml,
                "FunctionName",
                "Invoke this to start a chain.",
                deployment.managed() ? "!Sub '${Function}:live'" : "!Ref Function");
        output(yaml, "ChainsTable", "The records of the chains.", "!Ref Chains");
        output(yaml, "FailedEventsUrl", "The queue of failed events.", "!Ref FailedEvents");
        output(yaml, "LogGroup", "The log of the hops.", "!Ref FunctionLog");
        yaml.close();
    }

    private static void output(Yaml yaml, String id, String description, String value) {
        yaml.open(id).put("Description", description).raw("Value", value).close();
    }
}

package dev.longhaul.processor.template;

/** One look at a job: where its chains are, what they cost, and what the function and its events do. */
final class DashboardPart {

    static final String TEXT = """
              # The metrics are those of the line that each hop prints, see docs/observe.md.
              ChainsDashboard:
                Type: AWS::CloudWatch::Dashboard
                Condition: HasDashboard
                Properties:
                  DashboardBody: !Sub |
                    {"widgets": [
                      {"type": "metric", "x": 0, "y": 0, "width": 8, "height": 6, "properties": {
                        "title": "Steps", "region": "${AWS::Region}", "stat": "Sum", "period": 300,
                        "metrics": [
                          ["Longhaul${Suffix}", "steps", "job", "@job@"]]}},
                      {"type": "metric", "x": 8, "y": 0, "width": 8, "height": 6, "properties": {
                        "title": "Age and time to go", "region": "${AWS::Region}", "stat": "Maximum", "period": 300,
                        "metrics": [
                          ["Longhaul${Suffix}", "ageMillis", "job", "@job@"],
                          ["Longhaul${Suffix}", "millisToGo", "job", "@job@"]]}},
                      {"type": "metric", "x": 16, "y": 0, "width": 8, "height": 6, "properties": {
                        "title": "Dollars of a chain so far and to go", "region": "${AWS::Region}", "stat": "Maximum", "period": 300,
                        "metrics": [
                          ["Longhaul${Suffix}", "costUsd", "job", "@job@"],
                          ["Longhaul${Suffix}", "usdToGo", "job", "@job@"]]}},
                      {"type": "metric", "x": 0, "y": 6, "width": 8, "height": 6, "properties": {
                        "title": "What was left of the time at a handoff, at least", "region": "${AWS::Region}", "stat": "Minimum", "period": 300,
                        "metrics": [
                          ["Longhaul${Suffix}", "safeMarginMillis", "job", "@job@"]]}},
                      {"type": "metric", "x": 8, "y": 6, "width": 8, "height": 6, "properties": {
                        "title": "Checkpoints, and gaps between hops, at most", "region": "${AWS::Region}", "stat": "Maximum", "period": 300,
                        "metrics": [
                          ["Longhaul${Suffix}", "checkpointMillis", "job", "@job@"],
                          ["Longhaul${Suffix}", "handoffGapMillis", "job", "@job@"]]}},
                      {"type": "metric", "x": 16, "y": 6, "width": 8, "height": 6, "properties": {
                        "title": "What went wrong", "region": "${AWS::Region}", "stat": "Sum", "period": 300,
                        "metrics": [
                          ["Longhaul${Suffix}", "UnfinishedChains", "Job", "@job@"],
                          ["AWS/Lambda", "Errors", "FunctionName", "${Function}"],
                          ["AWS/Lambda", "Throttles", "FunctionName", "${Function}"],
                          ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "${FailedEvents.QueueName}"]]}}
                    ]}

            """;

    private DashboardPart() {}
}

locals {
  unfinished = "{ ($.longhaul = \"failed\") || (($.longhaul = \"stopped\") && ($.kind != \"StopRequested\")) }"
  # An alarm has a price. A job of a fleet has the first two; what the other three find early, those find late.
  alone = var.shared_table == ""
}

# The function and the sweeper print one line of JSON when a chain ends.
resource "aws_cloudwatch_log_metric_filter" "unfinished" {
  name           = "${local.name}-unfinished"
  log_group_name = aws_cloudwatch_log_group.job.name
  pattern        = local.unfinished
  metric_transformation {
    namespace  = local.namespace
    name       = "UnfinishedChains"
    value      = "1"
    dimensions = { Job = "$.job" }
  }
}

resource "aws_cloudwatch_log_metric_filter" "abandoned" {
  count          = var.has_sweeper ? 1 : 0
  name           = "${local.name}-abandoned"
  log_group_name = aws_cloudwatch_log_group.sweeper[0].name
  pattern        = local.unfinished
  metric_transformation {
    namespace  = local.namespace
    name       = "UnfinishedChains"
    value      = "1"
    dimensions = { Job = "$.job" }
  }
}

resource "aws_cloudwatch_metric_alarm" "unfinished" {
  alarm_name          = "${local.name}-unfinished"
  alarm_description   = "A chain has failed, or a bound has stopped it. Its log line says why."
  namespace           = local.namespace
  metric_name         = "UnfinishedChains"
  dimensions          = { Job = var.job }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
}

resource "aws_cloudwatch_metric_alarm" "failed_events" {
  alarm_name          = "${local.name}-failed-events"
  alarm_description   = "An event has ended in the queue of failed events. The sweeper sends its hop again."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.failed_events.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
}

resource "aws_cloudwatch_metric_alarm" "old_events" {
  count               = local.alone ? 1 : 0
  alarm_name          = "${local.name}-old-events"
  alarm_description   = "Events wait for longer than any retry explains: the function is throttled."
  namespace           = "AWS/Lambda"
  metric_name         = "AsyncEventAge"
  dimensions          = { FunctionName = local.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 3960000
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  count               = local.alone ? 1 : 0
  alarm_name          = "${local.name}-errors"
  alarm_description   = "A hop has failed or was killed. Lambda sends it again; see its log."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = local.name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
}

resource "aws_cloudwatch_metric_alarm" "sweeper_errors" {
  count               = var.has_sweeper ? 1 : 0
  alarm_name          = "${local.name}-sweeper-errors"
  alarm_description   = "A sweep has failed. While it fails, hops that died are not found."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = "${local.name}-sweeper" }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
}

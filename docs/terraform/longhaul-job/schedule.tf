# EventBridge Scheduler invokes the functions in a role of its own.
data "aws_iam_policy_document" "scheduler" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "scheduler" {
  description          = "What the schedules of ${var.job} may do"
  assume_role_policy   = data.aws_iam_policy_document.scheduler.json
  permissions_boundary = var.permissions_boundary
}

data "aws_iam_policy_document" "scheduled" {
  statement {
    actions   = ["lambda:InvokeFunction"]
    resources = concat([aws_lambda_function.job.arn], aws_lambda_function.sweeper[*].arn)
  }
}

resource "aws_iam_role_policy" "scheduler" {
  name   = "Invoke"
  role   = aws_iam_role.scheduler.name
  policy = data.aws_iam_policy_document.scheduled.json
}

resource "aws_scheduler_schedule" "sweeper" {
  count               = var.has_sweeper ? 1 : 0
  schedule_expression = "rate(1 minute)"
  state               = var.reserved_concurrency == 0 ? "DISABLED" : "ENABLED"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_lambda_function.sweeper[0].arn
    role_arn = aws_iam_role.scheduler.arn
  }
}

# A start is skipped while an earlier chain of the job is alive.
resource "aws_scheduler_schedule" "start" {
  count               = var.schedule == "" ? 0 : 1
  schedule_expression = var.schedule
  state               = var.reserved_concurrency == 0 ? "DISABLED" : "ENABLED"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_lambda_function.job.arn
    role_arn = aws_iam_role.scheduler.arn
    # The chain is named by its time, so that an event that comes twice starts it once.
    input = "{\"longhaul\":{\"v\":1,\"start\":\"<aws.scheduler.scheduled-time>\"},\"input\":null}"
  }
}

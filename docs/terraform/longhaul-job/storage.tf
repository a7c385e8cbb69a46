# One item a chain. It may hold the only copy of work that was done.
resource "aws_dynamodb_table" "chains" {
  count        = var.makes_table ? 1 : 0
  name         = "${local.name}-chains"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "job"
  range_key    = "chainId"

  attribute {
    name = "job"
    type = "S"
  }
  attribute {
    name = "chainId"
    type = "S"
  }
  attribute {
    name = "live"
    type = "S"
  }
  attribute {
    name = "leaseUntil"
    type = "N"
  }

  # Only chains that have not ended have the attribute "live", so the index stays small.
  global_secondary_index {
    name            = "live"
    hash_key        = "live"
    range_key       = "leaseUntil"
    projection_type = "KEYS_ONLY"
  }

  ttl {
    attribute_name = "ttl"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.kms_key_arn
  }

  lifecycle {
    prevent_destroy = true
  }
}

# Where an event ends that the function could not take; its body says why.
resource "aws_sqs_queue" "failed_events" {
  name                      = "${local.name}-failed-events"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = var.kms_key_arn == null ? true : null
  kms_master_key_id         = var.kms_key_arn
}

# The next hops of the chains, and the timer of their waits. A message is hidden for longer than its hop can run.
resource "aws_sqs_queue" "hops" {
  count                      = var.continue == "queue" ? 1 : 0
  name                       = "${local.name}-hops"
  visibility_timeout_seconds = var.timeout_seconds + 30
  message_retention_seconds  = 1209600
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed_events.arn
    maxReceiveCount     = 5
  })
  sqs_managed_sse_enabled = var.kms_key_arn == null ? true : null
  kms_master_key_id       = var.kms_key_arn
}

# One message an invocation, since a hop takes all the time there is.
resource "aws_lambda_event_source_mapping" "hops" {
  count                   = var.continue == "queue" ? 1 : 0
  event_source_arn        = aws_sqs_queue.hops[0].arn
  function_name           = aws_lambda_function.job.function_name
  batch_size              = 1
  function_response_types = ["ReportBatchItemFailures"]
}

resource "aws_cloudwatch_log_group" "job" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

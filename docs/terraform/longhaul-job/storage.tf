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

resource "aws_cloudwatch_log_group" "job" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

data "aws_caller_identity" "here" {}

data "aws_partition" "here" {}

data "aws_region" "here" {}

locals {
  name      = "${var.job}${var.suffix}"
  namespace = "Longhaul${var.suffix}"
  functions = "arn:${data.aws_partition.here.partition}:lambda:${data.aws_region.here.name}:${data.aws_caller_identity.here.account_id}:function"
  tables    = "arn:${data.aws_partition.here.partition}:dynamodb:${data.aws_region.here.name}:${data.aws_caller_identity.here.account_id}:table"
  managed   = "arn:${data.aws_partition.here.partition}:iam::aws:policy/service-role"
  basic     = length(var.subnet_ids) > 0 ? "AWSLambdaVPCAccessExecutionRole" : "AWSLambdaBasicExecutionRole"
  uses_table = var.makes_table || var.shared_table != ""
  table      = var.makes_table ? aws_dynamodb_table.chains[0].name : var.shared_table
  table_arn  = var.makes_table ? aws_dynamodb_table.chains[0].arn : "${local.tables}/${var.shared_table}"
  store      = local.uses_table ? "dynamodb://${local.table}" : var.store_uri
  here       = "${data.aws_region.here.name}:${data.aws_caller_identity.here.account_id}"
  queue_url  = "https://sqs.${data.aws_region.here.name}.${data.aws_partition.here.dns_suffix}/${data.aws_caller_identity.here.account_id}/${var.events_queue}"
  tells_bus  = var.events_queue == "" && var.events_bus != ""
  # Who is told of the ends of chains; nothing where nobody is.
  events = merge(
    var.events_queue == "" ? {} : { LONGHAUL_EVENTS = "sqs:${local.queue_url}" },
    local.tells_bus ? { LONGHAUL_EVENTS = "eventbridge:${var.events_bus}" } : {})
}

# Runs the hops. Its name is fixed, because its own policy must name it.
resource "aws_lambda_function" "job" {
  function_name                  = local.name
  description                    = "Long-running job ${var.job}"
  filename                       = var.jar
  source_code_hash               = filebase64sha256(var.jar)
  handler                        = var.handler
  runtime                        = var.runtime
  architectures                  = [var.architecture]
  memory_size                    = var.memory_megabytes
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = var.reserved_concurrency
  role                           = aws_iam_role.job.arn
  kms_key_arn                    = var.kms_key_arn

  environment {
    variables = merge(var.environment, local.events, {
      LONGHAUL_STORE    = local.store
      LONGHAUL_CONTINUE = var.continue == "queue" ? "sqs:${aws_sqs_queue.hops[0].url}" : var.continue
      LONGHAUL_METRICS  = var.metrics ? local.namespace : "none"
    })
  }

  dynamic "vpc_config" {
    for_each = length(var.subnet_ids) > 0 ? [1] : []
    content {
      subnet_ids         = var.subnet_ids
      security_group_ids = var.security_group_ids
    }
  }

  # The filter of the metric reads the lines as the function prints them.
  logging_config {
    log_group  = aws_cloudwatch_log_group.job.name
    log_format = "Text"
  }

  # The sweeper of the table may send hops to the functions with its name.
  tags = { longhaul-table = local.table }

  # Its first hop must be able to write.
  depends_on = [aws_iam_role_policy.job]
}

# A chain is a loop on purpose: by default Lambda stops it after some 16 hops. What bounds it instead is maxHops,
# maxStalledHops and maxCostUsd of the job.
resource "aws_lambda_function_recursion_config" "job" {
  function_name  = aws_lambda_function.job.function_name
  recursive_loop = "Allow"
}

# What is done with an event that the function can't take: a hop that was killed comes again under its own request id,
# and takes its chain over.
resource "aws_lambda_function_event_invoke_config" "job" {
  function_name                = aws_lambda_function.job.function_name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = var.maximum_event_age_seconds
  destination_config {
    on_failure {
      destination = aws_sqs_queue.failed_events.arn
    }
  }
}

data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "job" {
  description          = "What the long-running job ${var.job} may do"
  assume_role_policy   = data.aws_iam_policy_document.lambda.json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy_attachment" "job" {
  for_each   = toset(concat(["${local.managed}/${local.basic}"], var.policy_arns))
  role       = aws_iam_role.job.name
  policy_arn = each.value
}

resource "aws_iam_role_policy" "job" {
  name   = "Chains"
  role   = aws_iam_role.job.name
  policy = data.aws_iam_policy_document.job.json
}

data "aws_iam_policy_document" "job" {
  statement {
    sid     = "HandOff"
    actions = ["lambda:InvokeFunction"]
    # With its versions and aliases, since a chain goes on under the qualifier that it was started under.
    resources = ["${local.functions}:${local.name}", "${local.functions}:${local.name}:*"]
  }
  statement {
    sid       = "KeepFailedEvents"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.failed_events.arn]
  }
  dynamic "statement" {
    for_each = var.continue == "queue" ? [1] : []
    content {
      sid       = "GoOnThroughQueue"
      actions   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
      resources = [aws_sqs_queue.hops[0].arn]
    }
  }
  dynamic "statement" {
    for_each = length(var.children) > 0 ? [1] : []
    content {
      sid       = "StartChildren"
      actions   = ["lambda:InvokeFunction"]
      resources = [for child in var.children : "${local.functions}:${child}${var.suffix}"]
    }
  }
  dynamic "statement" {
    for_each = local.uses_table ? [1] : []
    content {
      sid       = "ReadAndWriteChains"
      actions   = ["dynamodb:GetItem", "dynamodb:PutItem"]
      resources = [local.table_arn]
    }
  }
  dynamic "statement" {
    for_each = var.events_queue == "" ? [] : [1]
    content {
      sid       = "TellQueue"
      actions   = ["sqs:SendMessage"]
      resources = ["arn:${data.aws_partition.here.partition}:sqs:${local.here}:${var.events_queue}"]
    }
  }
  dynamic "statement" {
    for_each = local.tells_bus ? [1] : []
    content {
      sid       = "TellBus"
      actions   = ["events:PutEvents"]
      resources = ["arn:${data.aws_partition.here.partition}:events:${local.here}:event-bus/${var.events_bus}"]
    }
  }
  dynamic "statement" {
    for_each = var.kms_key_arn == null ? [] : [1]
    content {
      sid       = "UseKey"
      actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
      resources = [var.kms_key_arn]
    }
  }
}

# A child that ends wakes the chain that waits for it.
resource "aws_iam_role_policy" "wake_parent" {
  for_each = toset(var.child_role_names)
  name     = "Wake${local.name}"
  role     = each.value
  policy   = data.aws_iam_policy_document.wake_parent.json
}

data "aws_iam_policy_document" "wake_parent" {
  statement {
    sid       = "WakeParent"
    actions   = ["lambda:InvokeFunction"]
    resources = ["${local.functions}:${local.name}", "${local.functions}:${local.name}:*"]
  }
}

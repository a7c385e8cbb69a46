# Finds chains whose hop died and that Lambda did not redeliver, and sends their hop again.
resource "aws_lambda_function" "sweeper" {
  count            = var.has_sweeper ? 1 : 0
  function_name    = "${local.name}-sweeper"
  description      = "Sweeper of ${var.job}"
  filename         = var.jar
  source_code_hash = filebase64sha256(var.jar)
  handler          = "dev.longhaul.runtime.SweeperHandler::handleRequest"
  runtime          = var.runtime
  architectures    = [var.architecture]
  memory_size      = 512
  timeout          = 60
  role             = aws_iam_role.sweeper[0].arn
  kms_key_arn      = var.kms_key_arn

  environment {
    variables = merge(local.events, { LONGHAUL_STORE = local.store })
  }

  dynamic "vpc_config" {
    for_each = length(var.subnet_ids) > 0 ? [1] : []
    content {
      subnet_ids         = var.subnet_ids
      security_group_ids = var.security_group_ids
    }
  }

  logging_config {
    log_group  = aws_cloudwatch_log_group.sweeper[0].name
    log_format = "Text"
  }

  depends_on = [aws_iam_role_policy.sweeper]
}

# A sweep that failed is not repeated: the next one is at most a minute away.
resource "aws_lambda_function_event_invoke_config" "sweeper" {
  count                        = var.has_sweeper ? 1 : 0
  function_name                = aws_lambda_function.sweeper[0].function_name
  maximum_retry_attempts       = 0
  maximum_event_age_in_seconds = 60
}

resource "aws_cloudwatch_log_group" "sweeper" {
  count             = var.has_sweeper ? 1 : 0
  name              = "/aws/lambda/${local.name}-sweeper"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_iam_role" "sweeper" {
  count                = var.has_sweeper ? 1 : 0
  description          = "What the sweeper of ${var.job} may do"
  assume_role_policy   = data.aws_iam_policy_document.lambda.json
  permissions_boundary = var.permissions_boundary
}

# The job's own policies only where its store needs them.
resource "aws_iam_role_policy_attachment" "sweeper" {
  for_each = toset(var.has_sweeper ? concat(
    ["${local.managed}/${local.basic}"], local.uses_table ? [] : var.policy_arns) : [])
  role       = aws_iam_role.sweeper[0].name
  policy_arn = each.value
}

resource "aws_iam_role_policy" "sweeper" {
  count  = var.has_sweeper ? 1 : 0
  name   = "Chains"
  role   = aws_iam_role.sweeper[0].name
  policy = data.aws_iam_policy_document.sweeper.json
}

data "aws_iam_policy_document" "sweeper" {
  statement {
    sid       = "SendAgain"
    actions   = ["lambda:InvokeFunction"]
    resources = ["${local.functions}:${local.name}", "${local.functions}:${local.name}:*"]
  }
  # The functions of a fleet, which have a tag with the name of their table.
  dynamic "statement" {
    for_each = var.makes_table ? [1] : []
    content {
      sid       = "SendAgainInFleet"
      actions   = ["lambda:InvokeFunction"]
      resources = ["${local.functions}:*"]
      condition {
        test     = "StringEquals"
        variable = "aws:ResourceTag/longhaul-table"
        values   = [local.table]
      }
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
    for_each = var.makes_table ? [1] : []
    content {
      sid       = "FindOverdueChains"
      actions   = ["dynamodb:Query"]
      resources = ["${local.table_arn}/index/live"]
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

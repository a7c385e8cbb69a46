output "function_name" {
  description = "Invoke this to start a chain."
  value       = aws_lambda_function.job.function_name
}

output "chains_table" {
  description = "The records of the chains; a fleet takes it as shared_table."
  value       = local.table
}

output "failed_events_url" {
  description = "The queue of failed events."
  value       = aws_sqs_queue.failed_events.url
}

output "log_group" {
  description = "The log of the hops."
  value       = aws_cloudwatch_log_group.job.name
}

output "role_arn" {
  description = "The role of the function, for what grants rights to it."
  value       = aws_iam_role.job.arn
}

output "role_name" {
  description = "The name of that role, to attach policies to."
  value       = aws_iam_role.job.name
}

# What the job's class says. The processor has checked these values together: take them from the generated template.

variable "job" {
  description = "The job's name: that of its class, or @LongRunning's name."
  type        = string
}

variable "handler" {
  description = "The generated handler, such as com.acme.ReconcilePaymentsHandler::handleRequest."
  type        = string
}

variable "jar" {
  description = "The jar with the job and all that it needs."
  type        = string
}

variable "timeout_seconds" {
  description = "The function's timeout: timeoutMillis of @LongRunning in seconds."
  type        = number
  default     = 900
}

variable "memory_megabytes" {
  description = "The function's memory: memoryMegabytes of @LongRunning."
  type        = number
  default     = 1769
}

variable "architecture" {
  description = "arm64 or x86_64: architecture of @LongRunning."
  type        = string
  default     = "arm64"
}

variable "continue" {
  description = "How chains go on: self, the function invokes itself; queue, through a queue that feeds it; none, processes outside of Lambda find them: then has_sweeper is false."
  type        = string
  default     = "self"
}

variable "maximum_event_age_seconds" {
  description = "How long an event waits that the function can't take."
  type        = number
  default     = 21600
}

variable "schedule" {
  description = "A rate(...) or cron(...) expression: schedule of @LongRunning; empty for none."
  type        = string
  default     = ""
}

variable "children" {
  description = "The names of the jobs that this job starts as children."
  type        = list(string)
  default     = []
}

# What an account says.

variable "suffix" {
  description = "The end of every name that is fixed, such as -dev: with it the module is used more than once in an account."
  type        = string
  default     = ""
}

variable "runtime" {
  description = "The managed runtime: at least the release that the job is compiled for."
  type        = string
  default     = "java21"
}

variable "reserved_concurrency" {
  description = "How many hops may run at once; -1 for no bound of its own. 0 is the brake: nothing runs."
  type        = number
  default     = -1
}

variable "store_uri" {
  description = "The URI of another store than the table, which is then not made; policy_arns has the rights to it."
  type        = string
  default     = ""
  sensitive   = true
}

variable "makes_table" {
  description = "Whether the chains are in a DynamoDB table of this module. False with store_uri or shared_table."
  type        = bool
  default     = true
}

variable "has_sweeper" {
  description = "Whether a sweeper is made. False in a fleet, and where the records ride in the events (payload:)."
  type        = bool
  default     = true
}

variable "shared_table" {
  description = "The table of a fleet: the output chains_table of the module that made it."
  type        = string
  default     = ""
}

variable "policy_arns" {
  description = "The ARNs of managed policies with what the job may do besides."
  type        = list(string)
  default     = []
}

variable "subnet_ids" {
  description = "The subnets of a VPC; empty for none. From them the Lambda API and the store must be reached."
  type        = list(string)
  default     = []
}

variable "security_group_ids" {
  description = "The security groups in the VPC: one at least where there are subnets."
  type        = list(string)
  default     = []
}

variable "permissions_boundary" {
  description = "The ARN of a managed policy that bounds every role of this module."
  type        = string
  default     = null
}

variable "kms_key_arn" {
  description = "The ARN of a key of yours, which encrypts table, queue, logs and environment variables."
  type        = string
  default     = null
}

variable "environment" {
  description = "The environment variables that the job needs: environment of @LongRunning."
  type        = map(string)
  default     = {}
}

variable "child_role_names" {
  description = "The outputs role_name of the children: what lets them wake this job at once, and not within a minute."
  type        = list(string)
  default     = []
}

variable "events_queue" {
  description = "The name of an SQS queue of this account and region that is told of the ends of chains; empty for none."
  type        = string
  default     = ""
}

variable "events_bus" {
  description = "The name of an EventBridge bus of this account and region that is told of them, where events_queue is empty."
  type        = string
  default     = ""
}

variable "log_retention_days" {
  description = "How long log lines are kept; one of the numbers that CloudWatch Logs knows."
  type        = number
  default     = 30
}

variable "alarm_topic_arns" {
  description = "The ARNs of the SNS topics that the alarms tell."
  type        = list(string)
  default     = []
}

variable "metrics" {
  description = "Whether CloudWatch makes metrics of what each hop prints of itself."
  type        = bool
  default     = true
}

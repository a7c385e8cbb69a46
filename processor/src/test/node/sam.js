'use strict';
// What SAM adds to CloudFormation. The specification's SAM part is old: what SAM passes through is taken from the resource
// that it is passed to, and what has come since stands here. SAM's own "required" is wrong there, and not asked.

const { resource, checkProperties, checkValue } = require('./shapes');

const LOOSE = { required: false };
const STRICT = { required: true };
const TEXT = { type: { type: 'string' } };
const BOOLEAN = { type: { type: 'boolean' } };
const JSON_VALUE = { type: { type: 'json' } };

const LAMBDA = resource('AWS::Lambda::Function').properties;
const { Code, Role, ...PASSED } = LAMBDA;
const FUNCTION = { ...PASSED, ...resource('AWS::Serverless::Function').properties, Architectures: LAMBDA.Architectures };
delete FUNCTION.DeadLetterConfig;
delete FUNCTION.TracingConfig;

const { Target, ...SCHEDULE } = resource('AWS::Scheduler::Schedule').properties;
const SCHEDULE_EVENT = {
  ...SCHEDULE,
  Input: TEXT,
  RoleArn: TEXT,
  PermissionsBoundary: TEXT,
  OmitName: BOOLEAN,
  DeadLetterConfig: JSON_VALUE,
  RetryPolicy: JSON_VALUE,
};
const CAPACITY = {
  Arn: { ...TEXT, required: true },
  PerExecutionEnvironmentMaxConcurrency: { type: { type: 'integer' } },
  ExecutionEnvironmentMemoryGiBPerVCpu: { type: { type: 'number' } },
};
const STATEMENT = {
  Sid: TEXT,
  Effect: { ...TEXT, required: true },
  Action: { ...JSON_VALUE, required: true },
  Resource: { ...JSON_VALUE, required: true },
  Condition: JSON_VALUE,
};

/** Checks the properties of a function. */
function checkFunction(properties, path, problems) {
  const { Events = {}, CapacityProviderConfig, ...rest } = properties;
  checkProperties(rest, FUNCTION, path, LOOSE, problems);
  checkEvents(Events, `${path}.Events`, problems);
  if (CapacityProviderConfig !== undefined) {
    checkProperties(CapacityProviderConfig, CAPACITY, `${path}.CapacityProviderConfig`, STRICT, problems);
  }
}

function checkEvents(events, path, problems) {
  for (const [id, event] of Object.entries(events)) {
    if (event.Type === 'ScheduleV2') {
      checkProperties(event.Properties, SCHEDULE_EVENT, `${path}.${id}.Properties`, LOOSE, problems);
    } else {
      checkValue({ [id]: event }, FUNCTION.Events.type, path, LOOSE, problems);
    }
  }
}

function checkPolicy(policy, path, problems) {
  checkProperties(policy, { Version: TEXT, Statement: JSON_VALUE }, path, STRICT, problems);
  (policy.Statement ?? []).forEach((statement, i) => {
    checkProperties(statement, STATEMENT, `${path}.Statement[${i}]`, STRICT, problems);
    if (!['Allow', 'Deny'].includes(statement.Effect)) {
      problems.push(`${path}.Statement[${i}].Effect must be Allow or Deny`);
    }
  });
}

/** Checks the policies of a role. */
function checkRole(properties, path, problems) {
  (properties.Policies ?? []).forEach(({ PolicyDocument }, i) => checkPolicy(PolicyDocument, `${path}.Policies[${i}]`, problems));
}

module.exports = { checkFunction, checkRole };

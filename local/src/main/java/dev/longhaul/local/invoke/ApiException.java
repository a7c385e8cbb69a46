package dev.longhaul.local.invoke;

import java.util.Optional;

/** A request that Lambda refuses: status, type and text as Lambda gives them. */
final class ApiException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final String reason;

    private ApiException(int status, String type, String reason, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.reason = reason;
    }

    static ApiException functionNotFound(String arn) {
        return new ApiException(404, "ResourceNotFoundException", "", "Function not found: " + arn);
    }

    static ApiException unknownOperation(String method, String path) {
        return new ApiException(
                404,
                "UnknownOperationException",
                "",
                "the local Lambda has no " + method + " " + path
                        + ": it serves Invoke, ListFunctions, GetFunction and GetFunctionConfiguration");
    }

    static ApiException invalidName(String name) {
        return new ApiException(
                400,
                "ValidationException",
                "",
                "Value '" + name + "' at 'functionName' is neither a function's name nor an ARN of one");
    }

    static ApiException qualifiersDiffer() {
        return new ApiException(
                400,
                "InvalidParameterValueException",
                "",
                "The derived qualifier from the function name does not match the specified qualifier.");
    }

    static ApiException invalidValue(String parameter, String value, String allowed) {
        return new ApiException(
                400,
                "InvalidParameterValueException",
                "",
                "Value '" + value + "' at '" + parameter + "' is not one of: " + allowed);
    }

    static ApiException tooLarge(int limit) {
        return new ApiException(
                413,
                "RequestTooLargeException",
                "",
                "Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
    }

    static ApiException notJson(String why) {
        return new ApiException(
                400, "InvalidRequestContentException", "", "Could not parse request body into json: " + why);
    }

    static ApiException badClientContext() {
        return new ApiException(
                400,
                "InvalidRequestContentException",
                "",
                "Client context must be a valid Base64-encoded JSON object.");
    }

    static ApiException throttled(String reason) {
        return new ApiException(429, "TooManyRequestsException", reason, "Rate Exceeded.");
    }

    static ApiException recursive() {
        return new ApiException(
                400,
                "RecursiveInvocationException",
                "",
                "Lambda has detected your function being invoked in a recursive loop with other Amazon Web Services"
                        + " resources and stopped your function's invocation.");
    }

    static ApiException forbidden(String message) {
        return new ApiException(403, "AccessDeniedException", "", message);
    }

    static ApiException service(String message) {
        return new ApiException(500, "ServiceException", "", message);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    /** The bound that a throttled request met. */
    Optional<String> reason() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }
}

package dev.longhaul.cli.template;

/**
 * A value with a tag of CloudFormation's: {@code !Ref Name}.
 *
 * @param function the tag without its mark: {@code Ref}
 * @param argument a text, a list or a map
 */
record Tagged(String function, Object argument) {}

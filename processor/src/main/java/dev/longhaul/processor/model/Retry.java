package dev.longhaul.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * How a step that throws is tried again: {@code @Retry}.
 *
 * @param attempts how often it is tried in all
 * @param firstDelayMillis the delay before the second try
 * @param maxDelayMillis the longest delay
 * @param notOn the exceptions after which the chain fails at once
 * @param unseen those of them that the handler can't name
 */
public record Retry(
        Located<Integer> attempts,
        Located<Long> firstDelayMillis,
        Located<Long> maxDelayMillis,
        List<TypeName> notOn,
        List<Located<String>> unseen) {}

package dev.longhaul.processor.write;

import com.palantir.javapoet.MethodSpec;

/**
 * The methods of a type.
 *
 * @param write writes a value
 * @param read reads one
 */
record Pair(MethodSpec write, MethodSpec read) {}

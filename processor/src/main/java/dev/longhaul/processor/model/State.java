package dev.longhaul.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;

/**
 * What a job saves, and what its start event and result are made of.
 *
 * @param fields the {@code @State} fields
 * @param children the {@code @Children} fields
 * @param composites the records and beans in all of that, each once
 */
public record State(List<StateField> fields, List<ChildrenField> children, Map<TypeName, Composite> composites) {}

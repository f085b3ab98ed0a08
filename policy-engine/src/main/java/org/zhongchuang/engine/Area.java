package org.zhongchuang.engine;

import org.jspecify.annotations.Nullable;

/**
 * A place in which a policy is carried out, with the unit responsible for it there.
 *
 * @param code the GB/T 2260 code, or an own code for a functional area that has none
 * @param parent the code of the area it is reported under, null for the city itself
 * @param unit the office that does the science department's work there
 * @param column where it lies on the city's schematic map, from the west, counted from 1; null where it has no place
 * @param row the same from the north
 */
public record Area(
        String code,
        Text name,
        @Nullable String parent,
        Text unit,
        @Nullable Integer column,
        @Nullable Integer row) {}

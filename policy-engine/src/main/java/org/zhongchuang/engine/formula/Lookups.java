package org.zhongchuang.engine.formula;

/**
 * What formulas look up beside the subject.
 *
 * @param settings the parameters, by slot
 * @param lists the lists, by slot
 * @param codes the texts behind the codes of the subject
 */
@SuppressWarnings("ArrayRecordComponent") // by slot, never compared
public record Lookups(Timeline[] settings, Listing[] lists, Codes codes) {}

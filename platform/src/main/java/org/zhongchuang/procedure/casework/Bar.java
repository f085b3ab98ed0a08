package org.zhongchuang.procedure.casework;

/** Whoever may keep somebody from filing, for a time and with a basis. */
public interface Bar {

    boolean bars(CaseFile file);
}

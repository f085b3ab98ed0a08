package org.zhongchuang.engine;

/** The two languages everything is said in. Chinese comes first. */
public enum Language {
    ZH,
    EN
}

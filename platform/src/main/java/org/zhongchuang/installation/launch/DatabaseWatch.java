package org.zhongchuang.installation.launch;

/** Knows without asking it whether the database is gone for the moment. */
public interface DatabaseWatch {

    /** Whether the database has ended and is being started again. */
    boolean isDown();
}

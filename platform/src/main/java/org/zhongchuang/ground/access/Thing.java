package org.zhongchuang.ground.access;

/** The kinds of things that belong to somebody, lie in an area or wait at a desk. */
public enum Thing {
    /** A makerspace with its records, figures and plans. */
    SPACE,
    /** An entry of the register beyond what its public profile shows. */
    SUBJECT,
    /** Two entries of the register that are related, taken for one, or told apart. */
    PAIR,
    /** Two entries that stand for one since somebody said so. */
    MERGE,
    /** An application for a programme, from the draft to the decision. */
    CASE,
    /** The objections to the notice of a case. */
    OBJECTION,
    /** The votes of experts on a case, with their names. */
    BALLOT,
    /** What was decided to be paid, beyond what is published of it. */
    AWARD,
    /** A claim for money back. */
    RECOVERY,
    /** An award of province or state that can be matched. */
    HIGHER_AWARD,
    /** An event that was registered with its budget. */
    EVENT,
    /** A programme offered to somebody who has not asked. */
    OFFER,
    /** A finding that somebody must look at. */
    WARNING,
    /** A request to change or end a recognition. */
    CHANGE,
    /** The yearly assessment as a whole. */
    ROUND,
    /** One makerspace in a yearly assessment. */
    ASSESSED,
    /** An expert's seat for one makerspace in a yearly assessment. */
    SEAT,
    /** Where a beneficiary is paid to. */
    BANK_ACCOUNT,
    /** Payments that leave together. */
    BATCH,
    /** The budget and the entries of one treasury. */
    BOOKS,
    /** A value that an authority sets for the whole city, a document that it enters, or a call that it opens. */
    PARAMETER
}

package org.zhongchuang.ground.access;

import java.time.Duration;
import org.zhongchuang.engine.Text;

/**
 * What may be done so often in so long a time, and no more. A setting such as
 * {@code zhongchuang.limits.export.most=500} and {@code zhongchuang.limits.export.per=1h} changes one.
 *
 * <p>These are technical limits against abuse; no rule of a policy is among them.
 */
public enum Limit {
    /** Wrong passwords for one account from one address. */
    SIGN_IN_OF_PAIR(
            5,
            Duration.ofMinutes(15),
            "这个账号从您所在的网络输错密码的次数太多。用过这个账号登录的浏览器不受影响。",
            "Too many wrong passwords for this account came from your network. A browser that has signed in to it before is not affected."),
    /** Wrong passwords for one account, from all browsers that have never signed in to it. */
    SIGN_IN_OF_ACCOUNT(
            100,
            Duration.ofHours(1),
            "这个账号近来被多处试错密码。用过这个账号登录的浏览器和通行密钥不受影响。",
            "Wrong passwords for this account have come from many places. A browser that has signed in to it before, or a passkey, is not affected."),
    /** Wrong passwords from one address, for all accounts: a token every two seconds. */
    SIGN_IN_AT_ADDRESS(
            60, Duration.ofMinutes(2), "您所在的网络输错密码的次数太多。", "Too many wrong passwords came from your network."),
    /** Wrong passwords in a browser that has signed in to the account before. */
    SIGN_IN_OF_BROWSER(
            10, Duration.ofMinutes(15), "这个浏览器输错密码的次数太多。", "Too many wrong passwords were typed in this browser."),
    /** Tries of the one-time link for the first administrator, by address. */
    FIRST_ADMINISTRATOR(30, Duration.ofHours(1), "一次性链接试得太多。", "The one-time link was tried too often."),
    /** Objections from one address to one notice. */
    OBJECTION_OF_PAIR(
            5,
            Duration.ofDays(1),
            "同一网络对同一公示提出的异议太多。其余内容请合并提交，或书面递交受理单位。",
            "Too many objections to this notice came from your network. Put the rest into one, or hand it in in writing."),
    /** Objections from one address to all notices. */
    OBJECTION_AT_ADDRESS(
            30,
            Duration.ofDays(1),
            "您所在的网络今天提出的异议太多。也可以书面递交受理单位。",
            "Too many objections came from your network today. You may also hand one in in writing."),
    /** Objections to one notice, from everybody. */
    OBJECTION_TO_NOTICE(
            100,
            Duration.ofDays(1),
            "今天对这个公示的异议太多。也可以书面递交受理单位，期限不变。",
            "This notice has met too many objections today. You may also hand one in in writing; the time limit stays."),
    /** Bytes of evidence that visitors hand in, by address. */
    OBJECTION_BYTES_AT_ADDRESS(60L << 20, Duration.ofDays(1), "今天提交的材料太多。", "Too much material was handed in today."),
    /** Bytes of evidence that visitors hand in, by notice. */
    OBJECTION_BYTES_TO_NOTICE(
            300L << 20, Duration.ofDays(1), "今天对这个公示提交的材料太多。", "Too much material was handed in to this notice today."),
    /** Receipts of objections that somebody asks about, by address. */
    RECEIPT(20, Duration.ofMinutes(15), "查询回执的次数太多。", "Receipts were asked about too often."),
    /** Tables and files that are made for one person, or for the visitors of one address. */
    EXPORT(240, Duration.ofHours(1), "下载的次数太多。", "Too many downloads."),
    /** Requests that carry files, by person or by the visitors of one address. */
    UPLOAD(240, Duration.ofHours(1), "上传的次数太多。", "Too many uploads."),
    /** Forms kept for somebody whose session had ended, by browser. */
    UNSENT_FORM(20, Duration.ofHours(1), "没有登录。", "You are not signed in.");

    private final long most;
    private final Duration per;
    private final Text text;

    Limit(long most, Duration per, String zh, String en) {
        this.most = most;
        this.per = per;
        this.text = Text.of(zh, en);
    }

    /** How many at once, and how many are added again, evenly, in {@link #per}. */
    long most() {
        return most;
    }

    Duration per() {
        return per;
    }

    /** What was too much, as the person is told. */
    public Text text() {
        return text;
    }
}

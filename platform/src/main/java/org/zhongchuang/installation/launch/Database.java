package org.zhongchuang.installation.launch;

/**
 * The database an application stands on.
 *
 * @param url its address for JDBC
 * @param owner owns what is there and brings it up to date
 * @param application works with it: owns nothing, creates nothing, switches nothing off. The owner itself where nobody
 *     could give it a role of its own
 */
public record Database(String url, Login owner, Login application) {}

package org.zhongchuang.ground.audit;

/** Signs tree heads for this installation. */
public interface HeadSigner {

    /** An Ed25519 signature, in Base64. */
    String sign(byte[] bytes);

    /** The public key that the signature is checked with: X.509, in Base64. */
    String key();
}

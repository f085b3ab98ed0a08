package org.zhongchuang.law.signing;

import org.springframework.stereotype.Component;
import org.zhongchuang.ground.audit.HeadSigner;

/** Tree heads are signed with the key that signs decisions: one key to publish, one to compare. */
@Component
class HeadSigning implements HeadSigner {

    private final SigningKey key;

    HeadSigning(SigningKey key) {
        this.key = key;
    }

    @Override
    public String sign(byte[] bytes) {
        return key.sign(bytes);
    }

    @Override
    public String key() {
        return key.published();
    }
}

package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whole addresses, in links that are handed over and on certificates. */
class SiteAddressTests {

    @BeforeEach
    void aRequestThatNamesAForeignHost() {
        var request = new MockHttpServletRequest();
        request.setServerName("elsewhere.example");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whatARequestCallsTheSiteDoesNotCountWhereItsAddressIsSet() {
        var site = new SiteAddress(new OutsideSettings("https://zc.example.gov.cn", List.of()));

        assertThat(site.of("/set-password/abc")).isEqualTo("https://zc.example.gov.cn/set-password/abc");
    }

    @Test
    void whereNoAddressIsSetItIsWhatTheReaderHasTyped() {
        assertThat(new SiteAddress(new OutsideSettings("", List.of())).of("/verify/JX-1"))
                .isEqualTo("http://elsewhere.example/verify/JX-1");
    }
}

package org.zhongchuang.ground.shell;

import org.springframework.http.HttpStatusCode;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.shell.ProblemPages.ProblemPage;

/** What people are told by the status of an answer: what happened, and what to do now. */
final class ProblemWords {

    private ProblemWords() {}

    static ProblemPage of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400, 405, 406, 411, 415 ->
                new ProblemPage(
                        status.value(),
                        Text.of("这个请求不完整", "This request is not complete"),
                        Text.of(
                                "可能是链接被截断，或者上传中断了。请返回上一页重试；已保存的内容不受影响。",
                                "A link may have been cut off or an upload broken. Go back and try again; what was saved is safe."));
            case 403 ->
                new ProblemPage(
                        403,
                        Text.of("您当前的身份不能打开这一页", "Your present role does not open this page"),
                        Text.of(
                                "如果您有几种身份，请在右上角切换后再打开。",
                                "If you hold several roles, switch at the top right and open it again."));
            case 404 ->
                new ProblemPage(
                        404,
                        Text.of("没有找到这一页", "There is no such page"),
                        Text.of(
                                "地址可能抄错或已经更换。可以从政策原文或登记册重新查找。",
                                "The address may be mistyped or have changed. Start again from the policy or the register."));
            case 409 ->
                new ProblemPage(
                        409,
                        Text.of("现在的状态不能这样做", "That cannot be done as things stand"),
                        Text.of(
                                "它可能已经提交、还没有到这一步，或者不属于您的机构。请到“我的工作台”查看最新情况。",
                                "It may have been filed already, not have come this far, or belong to another organisation. See your desk for where it stands."));
            case 413 ->
                new ProblemPage(
                        413,
                        Text.of("文件太大", "The file is too large"),
                        Text.of(
                                "单个文件不超过20MB，一次选几个的合计不超过60MB，粘贴的文字不超过4MB。请压缩、拆分或分几次上传；表单里已保存的内容都在。",
                                "A file may have 20 MB, several at once 60 MB together, text that is pasted 4 MB. Make them smaller, split them or send them one by one; the saved form is untouched."));
            case 422 ->
                new ProblemPage(
                        422,
                        Text.of("所填内容不能保存", "This cannot be kept"),
                        Text.of(
                                "有一项内容超出了允许的范围，没有保存任何东西。请检查长度、日期和数字后重试。",
                                "One of the values is outside what it may be; nothing was saved. Check lengths, days and numbers and try again."));
            case 429 ->
                new ProblemPage(
                        429,
                        Text.of("试得太多了，请稍等", "Too many tries, please wait"),
                        Text.of("请过一会儿再试。", "Try again a little later."));
            case 507 ->
                new ProblemPage(
                        507,
                        Text.of("服务器的存储空间已满", "The server's disk is full"),
                        Text.of(
                                "刚才提交的没有保存，其他已保存的内容都在。请告诉管理员；腾出空间后返回上一页重新提交。",
                                "What you sent was not kept; everything saved before is safe. Tell the administrator, and go back and send it again once there is room."));
            default ->
                new ProblemPage(
                        status.value(),
                        Text.of("系统出了问题，不是您的错", "Something went wrong on our side"),
                        Text.of(
                                "已经记录下来。再试之前，请先到“我的工作台”看一看刚才的操作是否已经完成。",
                                "It has been recorded. Before you try again, see on your desk whether what you just did has been done."));
        };
    }
}

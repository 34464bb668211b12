# The program in a container: a workspace is mounted at /data, pages are served on a port of choice.
#   docker build -t nianbao .
#   docker run --rm -it -p 127.0.0.1:8022:8022 -v "$PWD/我的年报:/data" -v nianbao-home:/home/node nianbao
#   docker run --rm -v "$PWD/我的年报:/data" -v nianbao-home:/home/node nianbao report /data
# The second volume keeps what the program notes for its user outside of the workspace: without it each container is another
# computer, and no reminder goes out. The workspace must be writable for user 1000 (node).
# Another port stands in both places and behind --port: -p 127.0.0.1:9000:9000 … nianbao serve /data --listen 0.0.0.0 --port 9000
# The address with its token is printed; it is answered under 127.0.0.1 only.
FROM node:24-slim AS build
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
WORKDIR /opt/nianbao
COPY --from=build /source/LICENSE ./
COPY --from=build /source/build/out/local ./app/local
COPY --from=build /source/build/out/google ./app/google
COPY --from=build /source/examples/dazhanglou-2022 ./示例/dazhanglou-2022
RUN printf '#!/bin/sh\nexec node /opt/nianbao/app/local/nianbao.mjs "$@"\n' > /usr/local/bin/nianbao && chmod 755 /usr/local/bin/nianbao
ENV NIANBAO_HOME=/home/node/.nianbao TZ=Asia/Shanghai
USER node
VOLUME /data
EXPOSE 8022
ENTRYPOINT ["nianbao"]
CMD ["serve", "/data", "--listen", "0.0.0.0", "--port", "8022"]
